import type { Token } from 'markdown-it'
import type { Position } from '../model/issue.ts'
import { citationOf } from './citation.ts'
import { createMarkdown } from './dialect.ts'
import { marks, marksOf } from './marks.ts'
import type { TextMark, ParseEnvironment } from './marks.ts'
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
/** The same dialect without `marks`: faster, for whoever asks no positions. */
const markdownWithoutPositions = createMarkdown()

/** Parse a body; `firstLine` is the line of its file on which it begins, 1-based. */
export function parseBody(text: string, firstLine: number): Body {
  const environment: ParseEnvironment = {}
  const tokens = markdown.parse(text, environment)
  const lines = text.split('\n')
  const source = mapSource(environment.blocks ?? tokens, lines)
  const body: Body = {
    tokens,
    source,
    headings: [],
    citations: [],
    links: [],
    images: [],
    characters: 0,
  }
  const factNumbers: FactNumbers = new Map()
  const starts = lineStarts(lines)
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open')
      body.headings.push(headingOf(token, tokens[index + 1], firstLine))
    if (token.type !== 'inline') return
    collectFromInline(body, token, factNumbers, (from, to) =>
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
  const tokens = markdownWithoutPositions.parse(text, {})
  const factNumbers: FactNumbers = new Map()
  for (const { children } of tokens)
    for (const child of children ?? [])
      if (child.type === 'citation') numberCitation(child, factNumbers)
  return renderBody({ tokens }, context)
}

/** The text of an inline token as readers see it, without its markup; empty for none. */
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
type FactNumbers = Map<string, number>

/** Give a citation its fact's number, and keep it on the token for the renderer. */
function numberCitation(
  token: Token,
  numbers: FactNumbers,
): { fact: string; offset: number; number: number } {
  const { fact, offset } = citationOf(token)
  const number = numbers.get(fact) ?? numbers.size + 1
  numbers.set(fact, number)
  return (token.meta = { fact, offset, number })
}

/** Add the citations, links, images and characters of an inline token to a body. */
function collectFromInline(body: Body, inline: Token, numbers: FactNumbers, locate: Locate): void {
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
      body.links.push({
        target: attribute(child, 'href'),
        text: linkText(children, index),
        position: destinationPosition(inline, links.next().value, locate),
      })
    if (child.type === 'image')
      body.images.push({
        target: attribute(child, 'src'),
        text: child.content,
        position: destinationPosition(inline, images.next().value, locate),
      })
  })
}

/** Where a link or image names its destination; its brackets when the destination stands elsewhere. */
function destinationPosition(inline: Token, mark: TextMark | undefined, locate: Locate): Position {
  const { from, to } = mark ?? { from: 0, to: 0 }
  const written = inline.content.slice(mark?.labelEnd ?? from, to)
  const destination = /^(\]\(\s*<?|<)([^\s>)]*)/.exec(written)
  const start = (mark?.labelEnd ?? from) + (destination?.[1]?.length ?? 0)
  return locate(start, destination ? start + (destination[2]?.length ?? 0) : to)
}

/** The text between the `link_open` at an index and its end. */
function linkText(children: Token[], open: number): string {
  const close = children.findIndex((child, index) => index > open && child.type === 'link_close')
  return children
    .slice(open + 1, close < 0 ? undefined : close)
    .map((child) => child.content)
    .join('')
}
