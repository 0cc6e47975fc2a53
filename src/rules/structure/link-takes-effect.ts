import type { Entry, Library } from '../../content/library.ts'
import { spanIn } from '../reading/prose/passage.ts'
import type { ProsePassage } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'
import type { Finding } from '../engine/rule.ts'
import { rewritten } from '../reading/prose/paragraph-lines.ts'

const inline = /[!！]?[[［【]([^[\]［］【】\n]{0,200})[\]］】]\s?[（(]([^()（）\n]{0,300})[)）]/g
const byLabel = /\[([^[\]\n]{1,200})\]\[([^[\]\n]{0,80})\]/g
const definition =
  /^[ \t]*\[(?!\^)([^[\]\n]{1,80})\][:：][ \t]*<?((?:https?:|\/|#|\.\.?\/|mailto:|www\.)[^\s>]*)>?/gm
const wiki = /!?\[\[([^[\]\n]{1,80})\]\]/g

export const linkTakesEffect = entryRule({
  id: 'link-takes-effect',
  summary: '写成链接和图片的文字，在页面上确实是链接和图片。',
  severity: 'error',
  *check({ entry, prose, share }) {
    const passages = prose(entry).filter(
      ({ kind, text }) => kind !== 'field' && /[[［【]/.test(text),
    )
    if (passages.length === 0) return
    const targets = new Map(passages.flatMap(({ text }) => definitionsIn(text)))
    for (const passage of passages) {
      yield* inlineForms(entry, passage)
      yield* definedForms(entry, passage, targets)
      yield* wikiForms(entry, passage, () => share(pathsByTitle))
    }
  },
})

function definitionsIn(text: string): [string, string][] {
  return Array.from(text.matchAll(definition), ([, label = '', target = '']) => [
    label.toLowerCase(),
    target,
  ])
}

function* inlineForms(entry: Entry, passage: ProsePassage): Generator<Finding> {
  for (const { index, 0: written, 1: text = '', 2: target = '' } of passage.text.matchAll(inline)) {
    // An ordinary bracket before an ordinary parenthesis is not meant as a link.
    if (!/^[\s<]*(https?:|www\.|\/|#|\.\.?\/|mailto:|$)/i.test(target)) continue
    // Words in brackets of a Chinese text are no link unless an address follows them.
    if (target.trim() === '' && /[［【]/.test(written)) continue
    const isImage = /^[!！]/.test(written)
    const span = spanIn(passage, index, index + written.length)
    const isCertain = /^(?:https:\/\/|\/(?!\/)|#|\.\/|mailto:)[\x21-\x7e]+$/.test(target)
    const fix = isCertain
      ? rewritten(entry, span, `${isImage ? '!' : ''}[${text}](${target})`)
      : undefined
    yield {
      at: { span },
      message: `“${text}”没有成为${isImage ? '图片' : '链接'}。`,
      hint: hintFor(written, target),
      ...(fix && entry.text.slice(...span) === written ? { fix } : {}),
    }
  }
}

/** Links whose address stands in a line of its own: `[文字][1]` and `[1]: https://…`. */
function* definedForms(
  entry: Entry,
  passage: ProsePassage,
  targets: ReadonlyMap<string, string>,
): Generator<Finding> {
  if (targets.size === 0) return
  for (const { index, 0: written } of passage.text.matchAll(definition))
    yield {
      at: { span: spanIn(passage, index, index + written.length) },
      message: `“${written.trim().slice(0, 40)}”会照样显示，不是链接的定义。`,
      hint: '把地址写进正文的链接里：[文字](地址)，再删去这一行；引用来源写 [^事实编号]。',
    }
  for (const { index, 0: written, 1: text = '', 2: label = '' } of passage.text.matchAll(byLabel)) {
    const target = targets.get((label || text).toLowerCase())
    if (target === undefined) continue
    const span = spanIn(passage, index, index + written.length)
    const fix = rewritten(entry, span, `[${text}](${target})`)
    yield {
      at: { span },
      message: `“${text}”没有成为链接。`,
      hint: '把地址直接写在文字后面：[文字](地址)。',
      ...(fix && entry.text.slice(...span) === written ? { fix } : {}),
    }
  }
}

function* wikiForms(
  entry: Entry,
  passage: ProsePassage,
  paths: () => ReadonlyMap<string, string | undefined>,
): Generator<Finding> {
  for (const { index, 0: written, 1: name = '' } of passage.text.matchAll(wiki)) {
    const [title = '', text = title] = name.split('|').map((part) => part.trim())
    const path = written.startsWith('!') ? undefined : paths().get(title)
    const span = spanIn(passage, index, index + written.length)
    const fix = path === undefined ? undefined : rewritten(entry, span, `[${text}](${path})`)
    yield {
      at: { span },
      message: `“${written}”没有成为链接，方括号会照样显示。`,
      hint: path === undefined ? '写成 [文字](/cases/名字)。' : `写成 [${text}](${path})。`,
      ...(fix ? { fix } : {}),
    }
  }
}

/** Where the page of a title is; undefined for a title that several pages have. */
function pathsByTitle({ entries }: Library): ReadonlyMap<string, string | undefined> {
  const paths = new Map<string, string | undefined>()
  for (const { data, path } of entries)
    paths.set(data.title, paths.has(data.title) ? undefined : path)
  return paths
}

function hintFor(written: string, target: string): string {
  if (/[（）［］【】！]/.test(written)) return '写成 [文字](地址)，括号都用半角。'
  if (/^\s*http:/i.test(target)) return '外部链接只认 https://。'
  if (/\s/.test(target.trim())) return '地址里不能有空格，换成 %20。'
  return '写成 [文字](地址)，方括号和圆括号之间不留空格。'
}
