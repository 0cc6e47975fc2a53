import MarkdownIt from 'markdown-it'
import type { MarkdownIt as Parser, Token } from 'markdown-it'
import footnote from 'markdown-it-footnote'
import type { Position } from '../model/issue.ts'
import { citationOf, citations } from './citation.ts'
import { containers } from './containers.ts'
import { headingIds } from './headings.ts'
import { locateInline } from './positions.ts'
import { attribute, renderers } from './render.ts'
import type { RenderContext } from './render.ts'

export interface Heading {
  level: number
  id: string
  text: string
  line: number
}

/** A mark `[^fact-id]`; `number` is the fact's number on the page, by first use, from 1. */
export interface Citation {
  fact: string
  number: number
  position: Position
}

export interface Reference {
  target: string
  /** Link text or alternative text. */
  text: string
  position: Position
}

/** An entry's body, parsed once: what it refers to, and the tokens to render it from. */
export interface Body {
  tokens: Token[]
  headings: Heading[]
  citations: Citation[]
  links: Reference[]
  images: Reference[]
  /** Characters of prose, for the reading time. */
  characters: number
}

const markdown = createMarkdown()

/**
 * The one Markdown dialect of the portal: CommonMark, tables, footnotes, citations and callouts.
 * HTML stays text; links are https, mailto, tel, or inside the portal.
 */
function createMarkdown(): Parser {
  const parser = new MarkdownIt({ html: false, linkify: false, typographer: false })
  parser.validateLink = (url) => /^(https:|mailto:|tel:|\/(?!\/)|#|\.{1,2}\/|[a-z0-9-]+(\/|\.[a-z0-9]+$))/i.test(url.trim())
  parser.use(footnote).use(citations).use(containers).use(headingIds)
  Object.assign(parser.renderer.rules, renderers)
  return parser
}

/** Parse a body; `firstLine` is the line of its file on which it begins, 1-based. */
export function parseBody(text: string, firstLine: number): Body {
  const tokens = markdown.parse(text, {})
  const body: Body = { tokens, headings: [], citations: [], links: [], images: [], characters: 0 }
  const numbers = new Map<string, number>()
  const lines = text.split('\n')
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') body.headings.push(headingOf(token, tokens[index + 1], firstLine))
    if (token.type === 'inline') collect(body, token, numbers, (offset, length) => locateInline(token, offset, length, lines, firstLine))
  })
  return body
}

/** Render a parsed body to HTML that holds only the portal's own elements and attributes. */
export function renderBody(body: Body, context: RenderContext): string {
  return markdown.renderer.render(body.tokens, markdown.options, { context })
}

/** A body's prose without marks, a paragraph or heading a line, for search and counting. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .filter((token) => token.type === 'inline')
    .map(inlineText)
    .join('\n')
}

export function inlineText(token: Token | undefined): string {
  return (token?.children ?? [])
    .map((child) => (child.type === 'softbreak' || child.type === 'hardbreak' ? '' : child.content))
    .join('')
}

function headingOf(token: Token, inline: Token | undefined, firstLine: number): Heading {
  return {
    level: Number(token.tag.slice(1)),
    id: attribute(token, 'id'),
    text: inlineText(inline),
    line: (token.map?.[0] ?? 0) + firstLine,
  }
}

type Locate = (offset: number, length: number) => Position

function collect(body: Body, inline: Token, numbers: Map<string, number>, locate: Locate): void {
  let from = 0
  const children = inline.children ?? []
  children.forEach((child, index) => {
    body.characters += child.type === 'text' || child.type === 'figure' ? child.content.length : 0
    if (child.type === 'citation') {
      const { fact, offset } = citationOf(child)
      const number = numbers.get(fact) ?? numbers.size + 1
      numbers.set(fact, number)
      child.meta = { fact, offset, number }
      body.citations.push({ fact, number, position: locate(offset, fact.length + 3) })
    }
    if (child.type === 'link_open') from = reference(body.links, attribute(child, 'href'), linkText(children, index), inline, from, locate)
    if (child.type === 'image') from = reference(body.images, attribute(child, 'src'), child.content, inline, from, locate)
  })
}

function reference(list: Reference[], written: string, text: string, inline: Token, from: number, locate: Locate): number {
  const found = [written, decode(written)].map((form) => inline.content.indexOf(`(${form}`, from)).find((at) => at >= 0)
  const offset = found === undefined ? from : found + 1
  list.push({ target: written, text, position: locate(offset, written.length) })
  return offset
}

function linkText(children: Token[], open: number): string {
  const close = children.findIndex((child, index) => index > open && child.type === 'link_close')
  return children
    .slice(open + 1, close < 0 ? undefined : close)
    .map((child) => child.content)
    .join('')
}

function decode(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
