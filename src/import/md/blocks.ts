import type { Token } from 'markdown-it'
import { parseHtml } from '../../documents/tree.ts'
import type { Block, Inline, Label, Paragraph } from '../blocks.ts'
import { HtmlReader } from '../html/blocks.ts'
import type { ReadContext } from '../read-context.ts'
import { InlineReader } from './inline.ts'
import type { Gathered } from './inline.ts'

/** Reads the tokens of a Markdown file as blocks. */
export class MarkdownReader {
  readonly gathered: Gathered = { pictures: [], tags: [], codes: [], scripts: 0 }
  readonly counts = { rules: 0, aligned: 0, languages: 0 }
  /** Comments, which no reader of the file sees. */
  readonly comments: string[] = []
  readonly notes = new Map<string, Block[]>()
  readonly #tokens: readonly Token[]
  readonly #context: ReadContext
  readonly #inline: InlineReader
  #at = 0
  #lists: { ordered: boolean; count: number }[] = []
  #quotes = 0

  constructor(tokens: readonly Token[], context: ReadContext) {
    this.#tokens = tokens
    this.#context = context
    this.#inline = new InlineReader(this.gathered, context)
  }

  /** Blocks up to the token that closes what was opened, or to the end. */
  blocks(closing?: string): Block[] {
    const blocks: Block[] = []
    for (let token = this.#next(); token && token.type !== closing; token = this.#next())
      blocks.push(...this.#block(token))
    return blocks
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at++]
  }

  #block(token: Token): Block[] {
    switch (token.type) {
      case 'heading_open':
        return this.#paragraph({ level: Number(token.tag.slice(1)) })
      case 'paragraph_open':
        return this.#paragraph({})
      case 'inline':
        return [this.#worded(token, {})]
      case 'fence':
      case 'code_block':
        if (token.info.trim() !== '') this.counts.languages += 1
        return [{ kind: 'code', text: token.content.replace(/\n$/, '') }]
      case 'html_block':
        return this.#html(token.content)
      case 'hr':
        this.counts.rules += 1
        return []
      case 'table_open':
        return [{ kind: 'table', rows: this.#rows() }]
      case 'bullet_list_open':
      case 'ordered_list_open':
        return this.#list(token)
      case 'list_item_open':
        return this.#item()
      case 'blockquote_open': {
        this.#quotes += 1
        const blocks = this.blocks('blockquote_close')
        this.#quotes -= 1
        return blocks
      }
      case 'footnote_open':
        this.notes.set(String(token.meta?.id), this.blocks('footnote_close'))
        return []
      default:
        return []
    }
  }

  #paragraph(extra: Partial<Paragraph>): Block[] {
    const token = this.#next()
    this.#next()
    return token ? [this.#worded(token, extra)] : []
  }

  #worded({ children }: Token, extra: Partial<Paragraph>): Paragraph {
    const quote = this.#quotes > 0 ? { quote: true } : {}
    return { kind: 'paragraph', inlines: this.#inline.read(children ?? []), ...quote, ...extra }
  }

  #list(token: Token): Block[] {
    const ordered = token.type === 'ordered_list_open'
    this.#lists.push({ ordered, count: Number(token.attrGet('start') ?? 1) - 1 })
    const blocks = this.blocks(token.type.replace('_open', '_close'))
    this.#lists.pop()
    return blocks
  }

  #item(): Block[] {
    const list = this.#lists.at(-1)
    if (list) list.count += 1
    const value = list?.count ?? 1
    const bullet = !list?.ordered
    const depth = Math.max(this.#lists.length - 1, 0)
    const label: Label = { text: bullet ? '•' : `${value}.`, bullet, depth, value }
    const [first, ...rest] = this.blocks('list_item_close')
    if (first?.kind !== 'paragraph') return first ? [first, ...rest] : []
    return [{ ...first, inlines: withBox(first.inlines), label: first.label ?? label }, ...rest]
  }

  #rows(): Block[][][] {
    const rows: Block[][][] = []
    for (let token = this.#next(); token && token.type !== 'table_close'; token = this.#next()) {
      if (token.type === 'tr_open') rows.push([])
      if (token.type === 'th_open' && token.attrGet('style')) this.counts.aligned += 1
      if (token.type === 'inline') rows.at(-1)?.push([this.#worded(token, {})])
    }
    return rows
  }

  /** A piece of HTML between paragraphs: its text and pictures, as a page's. */
  #html(content: string): Block[] {
    const text = content.replace(/<!--([\s\S]*?)(?:-->|$)/g, (_, inside: string) => {
      if (inside.trim() !== '') this.comments.push(inside.trim())
      return ''
    })
    const reader = new HtmlReader('', this.#context)
    const blocks = reader.blocksOf(parseHtml(text).children)
    const from = this.gathered.pictures.length
    this.gathered.pictures.push(...reader.pictures)
    return blocks.map((block) => moved(block, from))
  }
}

/** Blocks of a piece whose pictures are numbered from another number on. */
function moved(block: Block, from: number): Block {
  if (block.kind === 'code') return block
  if (block.kind === 'table')
    return {
      ...block,
      rows: block.rows.map((row) => row.map((cell) => cell.map((one) => moved(one, from)))),
    }
  const inlines = block.inlines.map((one) =>
    one.kind === 'picture' ? { ...one, picture: one.picture + from } : one,
  )
  return { ...block, inlines }
}

/** `[ ]` and `[x]` in front of an item, as boxes. */
function withBox(inlines: Inline[]): Inline[] {
  const [first, ...rest] = inlines
  if (first?.kind !== 'text') return inlines
  const text = first.text.replace(/^\[([ xX])\]\s+/, (_, mark: string) =>
    mark === ' ' ? '☐ ' : '☑ ',
  )
  return [{ ...first, text }, ...rest]
}
