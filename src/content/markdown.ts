import type { Token } from 'markdown-it'
import type { Position } from '../model/issue.ts'
import { citationOf } from './citation.ts'
import { createMarkdown } from './dialect.ts'
import { marks, marksOf } from './marks.ts'
import type { Mark, Noted } from './marks.ts'
import { lineStarts, mapSource, positionOf } from './positions.ts'
import type { SourceMap } from './positions.ts'
import { attribute } from './render.ts'
import type { RenderContext } from './render.ts'

interface Heading {
  level: number
  id: string
  text: string
  line: number
}

/** A mark `[^fact-id]`; `number` is the fact's number on the page, by first use, from 1. */
interface Citation {
  fact: string
  number: number
  position: Position
}

interface Reference {
  target: string
  /** Link text or alternative text. */
  text: string
  position: Position
}

/** An entry's body, parsed once: what it refers to, and the tokens to render it from. */
export interface Body {
  tokens: Token[]
  /** Where the letters of each block stand, in offsets from the start of the body. */
  source: SourceMap
  headings: Heading[]
  citations: Citation[]
  links: Reference[]
  images: Reference[]
  /** Characters of prose, for the reading time. */
  characters: number
}

const markdown = createMarkdown().use(marks)
/** The same dialect for whoever does not ask where anything stands. */
const unplaced = createMarkdown()

/** Parse a body; `firstLine` is the line of its file on which it begins, 1-based. */
export function parseBody(text: string, firstLine: number): Body {
  const noted: Noted = {}
  const tokens = markdown.parse(text, noted)
  const lines = text.split('\n')
  const source = mapSource(noted.blocks ?? tokens, lines)
  const body: Body = {
    tokens,
    source,
    headings: [],
    citations: [],
    links: [],
    images: [],
    characters: 0,
  }
  const numbers: Numbers = new Map()
  const starts = lineStarts(lines)
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open')
      body.headings.push(headingOf(token, tokens[index + 1], firstLine))
    if (token.type !== 'inline') return
    collect(body, token, numbers, (from, to) =>
      positionOf(starts, source.offset(token, from), source.offset(token, to), firstLine),
    )
  })
  return body
}

/** Render a parsed body to HTML that holds only the portal's own elements and attributes. */
export function renderBody({ tokens }: Pick<Body, 'tokens'>, context: RenderContext): string {
  return markdown.renderer.render(tokens, markdown.options, { context })
}

/** The HTML of a body that is parsed for nothing else, in four fifths of the time. */
export function renderText(text: string, context: RenderContext): string {
  const tokens = unplaced.parse(text, {})
  const numbers: Numbers = new Map()
  for (const { children } of tokens)
    for (const child of children ?? [])
      if (child.type === 'citation') numberCitation(child, numbers)
  return renderBody({ tokens }, context)
}

export function inlineText(token: Token | undefined): string {
  return (token?.children ?? []).map(({ content }) => content).join('')
}

function headingOf(token: Token, inline: Token | undefined, firstLine: number): Heading {
  return {
    level: Number(token.tag.slice(1)),
    id: attribute(token, 'id'),
    text: inlineText(inline),
    line: (token.map?.[0] ?? 0) + firstLine,
  }
}

type Locate = (from: number, to: number) => Position
/** The facts of a page, by first use. */
type Numbers = Map<string, number>

function numberCitation(
  token: Token,
  numbers: Numbers,
): { fact: string; offset: number; number: number } {
  const { fact, offset } = citationOf(token)
  const number = numbers.get(fact) ?? numbers.size + 1
  numbers.set(fact, number)
  return (token.meta = { fact, offset, number })
}

function collect(body: Body, inline: Token, numbers: Numbers, locate: Locate): void {
  const children = inline.children ?? []
  const marks = marksOf(inline)
  const links = marks.filter(({ kind }) => kind === 'link' || kind === 'autolink').values()
  const images = marks.filter(({ kind }) => kind === 'image').values()
  children.forEach((child, index) => {
    body.characters += child.type === 'text' || child.type === 'figure' ? child.content.length : 0
    if (child.type === 'citation') {
      const { fact, offset, number } = numberCitation(child, numbers)
      body.citations.push({ fact, number, position: locate(offset, offset + fact.length + 3) })
    }
    if (child.type === 'link_open')
      body.links.push(
        reference(
          attribute(child, 'href'),
          linkText(children, index),
          inline,
          links.next().value,
          locate,
        ),
      )
    if (child.type === 'image')
      body.images.push(
        reference(attribute(child, 'src'), child.content, inline, images.next().value, locate),
      )
  })
}

/** A link or image, placed at its destination; at its brackets when the destination stands elsewhere. */
function reference(
  target: string,
  text: string,
  inline: Token,
  mark: Mark | undefined,
  locate: Locate,
): Reference {
  const { from, to } = mark ?? { from: 0, to: 0 }
  const written = inline.content.slice(mark?.labelEnd ?? from, to)
  const destination = /^(\]\(\s*<?|<)([^\s>)]*)/.exec(written)
  const start = (mark?.labelEnd ?? from) + (destination?.[1]?.length ?? 0)
  return {
    target,
    text,
    position: locate(start, destination ? start + (destination[2]?.length ?? 0) : to),
  }
}

function linkText(children: Token[], open: number): string {
  const close = children.findIndex((child, index) => index > open && child.type === 'link_close')
  return children
    .slice(open + 1, close < 0 ? undefined : close)
    .map((child) => child.content)
    .join('')
}
