import type { Entry } from '../../content/library.ts'
import type { ProsePassage } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'
import type { Edit, Finding, Span } from '../engine/rule.ts'
import { subItems } from '../reading/underindented-lists.ts'
import { setApart, spanOfLine, typedLines } from '../reading/prose/paragraph-lines.ts'
import type { TypedLine } from '../reading/prose/paragraph-lines.ts'

/** Lines that their writer took for list items, and Markdown for text. */
const item =
  /^(?:[-*+](?=[\p{Script=Han}“《])|[-*+－＊＋](?:[\u3000\u00a0]+|[ \t]+(?=[^ \t])|(?=[\p{Script=Han}“《]))|[•·●○■◆▪‣➢]\s*(?=\S)|[\d０-９]{1,2}[.)．](?:[ \u3000\u00a0]+|(?=[\p{Script=Han}“《]))|\d{1,2}、(?=\S))/u
/** Numbers that Chinese texts give to points, and Markdown to nothing. */
const point =
  /^(?:[（(][一二三四五六七八九十百\d]{1,4}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳⑴-⒇]|\d{1,2}[）])/u
/** What every such line has in it. */
const trace = /[-*+－＊＋•·●○■◆▪‣➢.)．、（(①-⑳⑴-⒇）[]/
const box = /^\[([ xX])\](?=[ \t])/

export const listTakesEffect = entryRule({
  id: 'list-takes-effect',
  summary: '写成列表的行，在页面上确实是列表。',
  severity: 'warning',
  *check({ entry, prose }) {
    for (const passage of prose(entry))
      if (passage.kind === 'paragraph') yield* inParagraph(entry, passage)
    yield* subItems(entry)
  },
})

function* inParagraph(entry: Entry, passage: ProsePassage): Generator<Finding> {
  const lines = [...typedLines([passage], trace)]
  const items = lines.filter(({ text }) => item.test(text))
  // One paragraph that begins with 1．is a point of its own, shown as typed.
  const isPoint = items.length === 1 && lines.length === 1 && /^..?．/.test(lines[0]?.text ?? '')
  if (items.length > 0 && !isPoint) yield* rawItems(entry, items)
  if (lines.length > 1 && lines.some(({ text }) => point.test(text)))
    for (const line of lines.slice(1)) if (point.test(line.text)) yield joined(entry, line)
  const [checked] = (passage.inList && lines[0] && box.exec(lines[0].text)) || []
  if (checked !== undefined && lines[0]) yield boxed(entry, lines[0], checked)
}

/** Said once for a paragraph; several lines of one kind are certainly a list. */
function rawItems(entry: Entry, items: readonly TypedLine[]): Finding[] {
  const spans = items.map((line) => spanOfLine(line, 0, item.exec(line.text)?.[0].length ?? 0))
  const [[from, to] = [0, 0]] = spans
  const mark = entry.text.slice(from, to)
  const kinds = new Set(items.map(({ text }) => /^[\d０-９]/.test(text)))
  const isCertain = items.length > 1 && kinds.size === 1 && items[0]?.at === 0
  return [
    {
      at: { span: [from, to] },
      message: `“${mark.trim()}”开头的这一行没有成为列表。`,
      hint: '项目写“- 文字”，编号写“1. 文字”，记号用半角，后面空一格，前面空一行。',
      ...(isCertain ? { fix: remarked(entry, spans) } : {}),
    },
  ]
}

/** The edit from the first mark to the last that writes each as Markdown has it. */
function remarked({ text }: Entry, spans: readonly Span[]): Edit {
  const start = spans[0]?.[0] ?? 0
  let written = ''
  let at = start
  for (const [from, to] of spans) {
    written += text.slice(at, from) + markFor(text.slice(from, to))
    at = to
  }
  return { span: [start, at], text: written }
}

function markFor(mark: string): string {
  const number = /^[\d０-９]+/.exec(mark)?.[0]
  return number === undefined ? '- ' : `${Number(number.normalize('NFKC'))}. `
}

function joined(entry: Entry, line: TypedLine): Finding {
  const mark = point.exec(line.text)?.[0] ?? ''
  const span = spanOfLine(line, 0, mark.length)
  return {
    at: { span },
    message: `“${mark}”这一行会和上一行连成一段。`,
    hint: '每一点单独成段：前面空一行；或写成“1. 文字”的列表。',
    fix: setApart(entry, span),
  }
}

function boxed(entry: Entry, line: TypedLine, written: string): Finding {
  const span = spanOfLine(line, 0, written.length)
  const fix: Edit = { span, text: written === '[ ]' ? '☐' : '☑' }
  return {
    at: { span },
    message: `“${written}”没有成为方框，会照样显示在页面上。`,
    hint: '要显示方框，写 ☐ 或 ☑；不要方框，删去它。',
    ...(entry.text.slice(...span) === written ? { fix } : {}),
  }
}
