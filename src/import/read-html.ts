import type { Block, Inline, Paragraph, ReadDocument } from './blocks.ts'
import { decodeAny } from './encoding.ts'
import { articleOf, metaOf } from './html-page.ts'
import { descendants, parseHtml, textOf } from '../documents/tree.ts'
import type { Element, Node } from '../documents/tree.ts'

/** Elements that begin a new paragraph. */
const blockNames = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'select',
  'iframe',
])

/** Read a saved page: its article as blocks, its head as what it says of itself. */
export function readHtml(bytes: Uint8Array): ReadDocument | { fault: string } {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const declared = /charset=["']?([\w-]+)/i.exec(head)?.[1]
  const decoded = decodeAny(bytes, declared)
  if (!decoded) return { fault: '这不是网页文件，读不出文字。' }
  const root = parseHtml(decoded.text)
  const reader = new HtmlReader()
  const blocks = reader.blocksOf(articleOf(root).children)
  const census = paragraphsOf(root)
  if (census.length === 0) return { fault: '网页里没有文字，没有内容可以导入。' }
  return {
    blocks,
    notes: new Map(),
    pictures: reader.pictures,
    findings: [],
    census,
    meta: metaOf(root),
  }
}

/** Every paragraph of text of a page, in the article or not. */
function paragraphsOf(root: Element): string[] {
  const all = new HtmlReader().blocksOf(root.children)
  const texts = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((block) => {
      if (block.kind === 'code') return [block.text]
      if (block.kind === 'table') return block.rows.flatMap((row) => row.flatMap(texts))
      return [block.inlines.map((one) => (one.kind === 'text' ? one.text : '\n')).join('')]
    })
  return texts(all).filter((text) => text.trim() !== '')
}

type Look = Partial<Extract<Inline, { kind: 'text' }>>

class HtmlReader {
  readonly pictures: ReadDocument['pictures'] = []
  #list: { ordered: boolean; count: number }[] = []

  /** Blocks of a run of nodes; text between blocks becomes paragraphs. */
  blocksOf(nodes: readonly Node[]): Block[] {
    const blocks: Block[] = []
    let inlines: Inline[] = []
    const flush = (extra: Partial<Paragraph> = {}) => {
      if (inlines.some((one) => one.kind !== 'text' || one.text.trim() !== ''))
        blocks.push({ kind: 'paragraph', inlines, ...extra })
      inlines = []
    }
    for (const node of nodes) {
      if (typeof node === 'string' || !this.#isBlock(node)) {
        this.#inline(node, {}, inlines)
        continue
      }
      flush()
      blocks.push(...this.#block(node))
    }
    flush()
    return blocks
  }

  #isBlock(element: Element): boolean {
    if (blockNames.has(element.name)) return true
    if (silent.has(element.name)) return false
    return [...descendants(element)].some(({ name }) => blockNames.has(name))
  }

  #block(element: Element): Block[] {
    const { name, children } = element
    const heading = /^h([1-6])$/.exec(name)?.[1]
    if (heading) return this.#paragraphs(children, { level: Number(heading) })
    if (name === 'pre') return [{ kind: 'code', text: textOf(element).replace(/\n$/, '') }]
    if (name === 'table') return this.#table(element)
    if (name === 'ul' || name === 'ol') {
      this.#list.push({
        ordered: name === 'ol',
        count: Number(element.attributes.start ?? 1) - 1 || 0,
      })
      const blocks = this.blocksOf(children)
      this.#list.pop()
      return blocks
    }
    if (name === 'li') return this.#item(children)
    if (name === 'hr') return []
    return this.blocksOf(children)
  }

  /** Blocks whose plain paragraphs all take a mark. */
  #paragraphs(children: readonly Node[], extra: Partial<Paragraph>): Block[] {
    return this.blocksOf(children).map((block) =>
      block.kind === 'paragraph' ? { ...block, ...extra } : block,
    )
  }

  #item(children: readonly Node[]): Block[] {
    const list = this.#list.at(-1)
    if (list) list.count += 1
    const [first, ...rest] = this.blocksOf(children)
    if (first?.kind !== 'paragraph') return first ? [first, ...rest] : []
    const value = list?.count ?? 1
    const bullet = !list?.ordered
    const text = bullet ? '•' : `${value}.`
    const depth = Math.max(this.#list.length - 1, 0)
    return [{ ...first, label: first.label ?? { text, bullet, depth, value } }, ...rest]
  }

  #table(element: Element): Block[] {
    const own = [...descendants(element)].filter(({ name }) => name === 'tr')
    const rows = own.map((row) =>
      row.children.flatMap((node): Block[][] => {
        if (typeof node !== 'object' || !/^t[dh]$/.test(node.name)) return []
        const span = Math.min(Number(node.attributes.colspan ?? 1) || 1, 64)
        return [this.blocksOf(node.children), ...Array.from({ length: span - 1 }, () => [])]
      }),
    )
    const full = rows.filter((row) => row.length > 0)
    return full.length > 0 ? [{ kind: 'table', rows: full }] : []
  }

  #inline(node: Node, look: Look, into: Inline[]): void {
    if (typeof node === 'string') {
      const text = node.replace(/[\t\n\r ]+/g, ' ')
      if (text !== '') into.push({ kind: 'text', ...look, text })
      return
    }
    const { name, attributes } = node
    if (silent.has(name)) return
    if (name === 'br') return void into.push({ kind: 'break' })
    if (name === 'img') {
      const address = attributes.src ?? attributes['data-src'] ?? ''
      into.push({ kind: 'picture', picture: this.pictures.length })
      this.pictures.push({
        alt: (attributes.alt ?? '').trim(),
        name: address.split(/[/?#]/).at(-1) ?? '',
        address,
      })
      return
    }
    const marks: Look = {
      ...look,
      ...(/^(b|strong)$/.test(name) ? { bold: true } : {}),
      ...(/^(i|em)$/.test(name) ? { italic: true } : {}),
      ...(/^(s|del|strike)$/.test(name) ? { strike: true } : {}),
      ...(name === 'a' && attributes.href ? { link: attributes.href } : {}),
    }
    for (const child of node.children) this.#inline(child, marks, into)
  }
}
