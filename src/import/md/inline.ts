import type { Token } from 'markdown-it'
import { joint } from '../../content/east-asian.ts'
import { parseHtml } from '../../documents/tree.ts'
import type { Inline, Picture } from '../blocks.ts'
import { HtmlReader } from '../html/blocks.ts'
import { raised } from '../raised.ts'
import type { ReadContext } from '../read-context.ts'

type Look = Partial<Extract<Inline, { kind: 'text' }>>

/** What reading the words of a file gathers over all its paragraphs. */
export interface Gathered {
  pictures: Picture[]
  /** Tags of HTML that mean nothing here. */
  tags: string[]
  /** Words that were set as code. */
  codes: string[]
  scripts: number
}

const marks: Record<string, Look> = {
  strong: { bold: true },
  em: { italic: true },
  s: { strike: true },
  b: { bold: true },
  i: { italic: true },
  del: { strike: true },
  strike: { strike: true },
}

/** A paragraph's words as inlines: marks may come as Markdown or as tags. */
export class InlineReader {
  readonly #gathered: Gathered
  readonly #context: ReadContext
  #looks: Look[] = []
  #script: 'above' | 'below' | undefined

  constructor(gathered: Gathered, context: ReadContext) {
    this.#gathered = gathered
    this.#context = context
  }

  read(tokens: readonly Token[]): Inline[] {
    this.#looks = []
    this.#script = undefined
    return tokens.flatMap((token, index) => this.#one(token, tokens, index))
  }

  #one(token: Token, tokens: readonly Token[], index: number): Inline[] {
    const { type, content, tag } = token
    if (type === 'text' || type === 'text_special') return this.#text(content)
    if (type === 'code_inline') {
      this.#gathered.codes.push(content)
      return this.#text(content)
    }
    if (type === 'hardbreak') return [{ kind: 'break' }]
    if (type === 'softbreak') {
      const between = joint(tokens[index - 1]?.content ?? '', tokens[index + 1]?.content ?? '')
      return between === '' ? [] : this.#text(between)
    }
    if (type === 'image') return this.#picture(token)
    if (type === 'html_inline') return this.#tag(content)
    if (type === 'footnote_ref') return [{ kind: 'note', note: String(token.meta?.id) }]
    if (type === 'link_open') this.#looks.push({ link: String(token.attrGet('href') ?? '') })
    else if (type.endsWith('_open')) this.#looks.push(marks[tag] ?? {})
    else if (type.endsWith('_close')) this.#looks.pop()
    return []
  }

  #text(text: string): Inline[] {
    if (text === '') return []
    const look: Look = Object.assign({}, ...this.#looks)
    const written = this.#script ? raised(text, this.#script) : text
    return [{ kind: 'text', ...look, text: written }]
  }

  #picture(token: Token): Inline[] {
    const address = String(token.attrGet('src') ?? '')
    const alt = token.content || String(token.attrGet('title') ?? '')
    return this.#image(`<img src="${escaped(address)}" alt="${escaped(alt)}">`)
  }

  #image(html: string): Inline[] {
    const reader = new HtmlReader('', this.#context)
    reader.blocksOf(parseHtml(html).children)
    return reader.pictures.map((picture): Inline => {
      this.#gathered.pictures.push(picture)
      return { kind: 'picture', picture: this.#gathered.pictures.length - 1 }
    })
  }

  /** A tag in the text: breaks, pictures and marks have a meaning, the rest is told. */
  #tag(html: string): Inline[] {
    const [, closes = '', name = ''] = /^<(\/?)\s*([a-z][a-z0-9-]*)/i.exec(html) ?? []
    const tag = name.toLowerCase()
    if (tag === 'br') return [{ kind: 'break' }]
    if (tag === 'img') return this.#image(html)
    if (tag === 'sup' || tag === 'sub') {
      this.#script = closes ? undefined : tag === 'sup' ? 'above' : 'below'
      this.#gathered.scripts += closes ? 0 : 1
      return []
    }
    const look = marks[tag]
    if (look && closes) this.#looks.pop()
    else if (look) this.#looks.push(look)
    else if (tag === '' || !closes) this.#gathered.tags.push(html)
    return []
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
}
