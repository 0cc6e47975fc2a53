import type { Block, Inline, Paragraph, Picture } from '../blocks.ts'
import { plainOf } from '../blocks.ts'
import { descendants, textOf } from '../../documents/tree.ts'
import type { Element, Node } from '../../documents/tree.ts'
import { raised } from '../raised.ts'
import type { ReadContext } from '../read-context.ts'
import { absolute, pictureOf } from './pictures.ts'
import { backgroundsOf, styleOf } from './style.ts'
import { gridOf } from './table.ts'

/** Elements that begin a new paragraph. */
const blockNames = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const silent = new Set(
  'script style noscript template head svg select iframe video audio object embed'.split(' '),
)

type Look = Partial<Extract<Inline, { kind: 'text' }>>

/** Reads elements as blocks, and remembers what blocks cannot hold. */
export class HtmlReader {
  readonly pictures: Picture[] = []
  /** Pictures that were left: spacers, ornaments, too large ones. */
  readonly left: { reason: 'spacer' | 'ornament' | 'large'; name: string }[] = []
  /** Addresses of pictures behind the text. */
  readonly backgrounds: string[] = []
  /** Texts inside drawings. */
  readonly drawn: string[] = []
  readonly counts = { merged: 0, scripts: 0, rules: 0 }
  readonly #base: string
  readonly #context: ReadContext
  #list: { ordered: boolean; count: number }[] = []

  constructor(base = '', context: ReadContext = {}) {
    this.#base = base
    this.#context = context
  }

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
    this.backgrounds.push(...backgroundsOf(element))
    const heading = /^h([1-6])$/.exec(name)?.[1]
    if (heading) return this.#marked(children, { level: Number(heading) })
    if (name === 'pre') return [{ kind: 'code', text: textOf(element).replace(/\n$/, '') }]
    if (name === 'table') return this.#table(element)
    if (name === 'ul' || name === 'ol') {
      const count = Number(element.attributes.start ?? 1) - 1 || 0
      this.#list.push({ ordered: name === 'ol', count })
      const blocks = this.blocksOf(children)
      this.#list.pop()
      return blocks
    }
    if (name === 'li') return this.#item(children)
    if (name === 'hr') {
      this.counts.rules += 1
      return []
    }
    const blocks = this.blocksOf(children)
    const weight = styleOf(element).get('font-weight') ?? ''
    return isBold(weight) ? blocks.map(bolder) : blocks
  }

  /** Blocks whose plain paragraphs all take a mark. */
  #marked(children: readonly Node[], extra: Partial<Paragraph>): Block[] {
    return this.blocksOf(children).map((block) =>
      block.kind === 'paragraph' && plainOf(block.inlines).trim() !== ''
        ? { ...block, ...extra }
        : block,
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
    const { rows, merged } = gridOf(element)
    this.counts.merged += merged
    const captions = element.children.flatMap((node) =>
      typeof node === 'object' && node.name === 'caption' ? this.blocksOf(node.children) : [],
    )
    const cells = rows.map((row) => row.map((cell) => (cell ? this.blocksOf(cell.children) : [])))
    return cells.length > 0 ? [...captions, { kind: 'table', rows: cells }] : captions
  }

  #inline(node: Node, look: Look, into: Inline[]): void {
    if (typeof node === 'string') {
      const text = node.replace(/[\t\n\r ]+/g, ' ')
      if (text !== '') into.push({ kind: 'text', ...look, text })
      return
    }
    const { name } = node
    if (name === 'svg') return this.#drawing(node)
    if (silent.has(name)) return
    this.backgrounds.push(...backgroundsOf(node))
    if (name === 'br') return void into.push({ kind: 'break' })
    if (name === 'img') return this.#picture(node, into)
    if (name === 'sup' || name === 'sub') {
      const text = textOf(node).replace(/\s+/g, ' ')
      this.counts.scripts += text.trim() === '' ? 0 : 1
      into.push({ kind: 'text', ...look, text: raised(text, name === 'sup' ? 'above' : 'below') })
      return
    }
    const marks = this.#look(node, look)
    for (const child of node.children) this.#inline(child, marks, into)
  }

  #look(node: Element, look: Look): Look {
    const { name, attributes } = node
    const style = styleOf(node)
    const weight = style.get('font-weight') ?? ''
    const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`
    const href = (attributes.href ?? '').trim()
    const leads = name === 'a' && href !== '' && !/^(javascript:|#)/i.test(href)
    return {
      ...look,
      ...(/^(b|strong)$/.test(name) || isBold(weight) ? { bold: true } : {}),
      ...(/^(i|em)$/.test(name) ? { italic: true } : {}),
      ...(/^(s|del|strike)$/.test(name) || line.includes('line-through') ? { strike: true } : {}),
      ...(leads ? { link: absolute(href, this.#base) } : {}),
    }
  }

  #picture(node: Element, into: Inline[]): void {
    const found = pictureOf(node, this.#base, this.#context)
    if (found.use === 'leave') return void this.left.push(found)
    into.push({ kind: 'picture', picture: this.pictures.length })
    this.pictures.push(found.picture)
  }

  /** A drawing's words and pictures are told: nothing else of it can be shown. */
  #drawing(node: Element): void {
    const text = textOf(node).replace(/\s+/g, ' ').trim()
    if (text !== '') this.drawn.push(text)
    for (const inner of descendants(node)) {
      this.backgrounds.push(...backgroundsOf(inner))
      const { src, href, 'data-src': later, 'xlink:href': linked } = inner.attributes
      const address =
        inner.name === 'img' ? (later ?? src) : inner.name === 'image' ? (href ?? linked) : ''
      if (address) this.backgrounds.push(address.slice(0, 300))
    }
  }
}

function isBold(weight: string): boolean {
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
}

function bolder(block: Block): Block {
  if (block.kind !== 'paragraph') return block
  const inlines = block.inlines.map((one) => (one.kind === 'text' ? { ...one, bold: true } : one))
  return { ...block, inlines }
}
