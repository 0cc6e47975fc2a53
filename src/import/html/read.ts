import type { Block, ImportFinding, ReadDocument } from '../blocks.ts'
import { decodeAny } from '../encoding.ts'
import { descendants, isTooDeep, parseHtml } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'
import type { ReadContext } from '../read-context.ts'
import { readSourceLine } from '../source-line.ts'
import { articleOf, headingOf, without } from './article.ts'
import { HtmlReader } from './blocks.ts'
import { embeddedFindings, withoutEmbedded } from './embedded.ts'
import { readingFindings } from './findings.ts'
import { metaOf } from './page.ts'
import { withoutHidden } from './visible.ts'
import {
  isWechat,
  noArticle,
  originalFinding,
  wechatArticle,
  wechatMeta,
  withoutOrnaments,
} from './wechat.ts'

/** Letters of markup that are read: a page of text has a few hundred thousand. */
const longest = 30_000_000

/** Read a saved page: its article as blocks, its head as what it says of itself. */
export function readHtml(
  bytes: Uint8Array,
  context: ReadContext = {},
): ReadDocument | { fault: string } {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  if (/^\s*(From: <Saved by|MIME-Version:|From:[^\n]*\n(?:.*\n){0,6}MIME-Version:)/i.test(head))
    return {
      fault: '这是把网页存成一个文件的 .mht：请在浏览器里打开它，另存为“网页，全部”再导入。',
    }
  const decoded = decodeAny(bytes, /charset=["']?([\w-]+)/i.exec(head)?.[1])
  if (!decoded) return { fault: '这不是网页文件，读不出文字。' }
  const { text } = decoded
  if (text.length > longest)
    return { fault: '网页太大，没有读：请把要用的文字复制到 .txt 再导入。' }
  const root = parseHtml(text)
  if (isTooDeep(root)) return { fault: '网页里的框套得太深，没有读：请把文字复制到 .txt 再导入。' }
  if (isWechat(root, text)) {
    const article = wechatArticle(root)
    return article
      ? readArticle(root, article, wechatMeta(root, text), context, true, text)
      : { fault: noArticle }
  }
  const article = articleOf(root)
  return readArticle(root, article, generalMeta(root, article, text), context, false, text)
}

function readArticle(
  root: Element,
  article: Element,
  meta: ReadDocument['meta'],
  context: ReadContext,
  fromWechat: boolean,
  text: string,
): ReadDocument | { fault: string } {
  const { element: seen, hidden } = withoutHidden(article)
  const { element, embedded } = withoutEmbedded(seen)
  const reader = new HtmlReader(meta.url, context)
  const read = reader.blocksOf(element.children)
  const { blocks, ornaments } = fromWechat
    ? withoutOrnaments(read)
    : { blocks: read, ornaments: [] }
  const around = without(root, article)
  const outside = paragraphsOf(around)
  const census = [...textsOf(read), ...hidden, ...embedded.map(({ words }) => words), ...outside]
  if (read.length === 0) return { fault: '网页里没有文字，没有内容可以导入。' }
  const findings: ImportFinding[] = [
    ...readingFindings(reader, { hidden, ornaments }),
    ...embeddedFindings(embedded),
    ...outsideFindings(outside, picturesIn(around), fromWechat),
    ...(fromWechat ? originalFinding(text) : []),
  ]
  const title = fromWechat
    ? meta.title
    : headingOf(root, meta.title ?? '', [...textsOf(read), ...outside])
  return {
    ...{ blocks, pictures: reader.pictures, findings, census, meta },
    notes: new Map(),
    ...(title ? { title } : {}),
  }
}

/** A page's own word of itself, filled up from the line above its article and from its address. */
function generalMeta(root: Element, article: Element, text: string): ReadDocument['meta'] {
  const meta = metaOf(root, text)
  const lines = paragraphsOf(without(root, article)).map((line) => line.replace(/\s+/g, ' ').trim())
  const told = lines.flatMap((line) => readSourceLine(line) ?? [])
  const line = told.find(({ publisher }) => publisher) ?? told.find(({ published }) => published)
  const editor = told.find((found) => found.editor !== undefined)?.editor
  const [, year, month, day] = /\/(20\d\d)[-/]?(\d\d)[-/]?(\d\d)\//.exec(meta.url ?? '') ?? []
  const dated = year ? { published: `${year}-${month}-${day}` } : {}
  return { ...dated, ...meta, ...(editor ? { editor } : {}), ...line }
}

/** What stands on the page around its article, told in one entry with every line of it. */
function outsideFindings(lines: string[], pictures: number, fromWechat: boolean): ImportFinding[] {
  const what = fromWechat ? '阅读数、名片、提示和广告' : '导航、提示、推荐和页脚'
  const texts = `文章以外的${lines.length}段文字（${what}）没有放进草稿。`
  const images = `文章以外的${pictures}张图片（图标、二维码、广告）没有放进草稿。`
  return [
    ...(lines.length > 0
      ? [{ kind: 'lost' as const, message: texts, text: lines.join('\n') }]
      : []),
    ...(pictures > 0 ? [{ kind: 'lost' as const, message: images }] : []),
  ]
}

function picturesIn(element: Element): number {
  return [...descendants(element)].filter(({ name }) => name === 'img').length
}

/** Every paragraph of text below an element. */
function paragraphsOf(root: Element): string[] {
  return textsOf(new HtmlReader().blocksOf(root.children))
}

function textsOf(blocks: readonly Block[]): string[] {
  const texts = (block: Block): string[] => {
    if (block.kind === 'code') return [block.text]
    if (block.kind === 'table')
      return block.rows.flatMap((row) => row.flatMap((cell) => cell.flatMap(texts)))
    return [block.inlines.map((one) => (one.kind === 'text' ? one.text : '\n')).join('')]
  }
  return blocks.flatMap(texts).filter((text) => text.trim() !== '')
}
