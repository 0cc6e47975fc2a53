import type { EntryOf } from '../../content/library.ts'
import { caseParts } from '../../model/case-parts.ts'
import { entryRule } from '../engine/rule.ts'
import type { Finding } from '../engine/rule.ts'

export const caseHasThreeParts = entryRule({
  id: 'case-has-three-parts',
  summary: '案例依次有背景、举措、成效三部分，每部分都有内容。',
  severity: 'error',
  collections: ['cases'],
  *check({ entry }) {
    let last = { line: 0, name: '' }
    for (const { name, headings } of caseParts) {
      const [heading, again] = entry.body.headings.filter(
        ({ level, text }) => level === 2 && headings.some((one) => one === text.trim()),
      )
      if (!heading) {
        yield missing(entry, name, headings)
        continue
      }
      if (again)
        yield {
          at: line(again.line),
          message: `“${name}”这一部分写了两次。`,
          hint: `并到第一个“${heading.text}”下面。`,
        }
      if (heading.line < last.line)
        yield {
          at: line(heading.line),
          message: `“${name}”写在了“${last.name}”前面。`,
          hint: '按背景、举措、成效的次序写。',
        }
      if (isEmpty(entry, heading.line))
        yield {
          at: line(heading.line),
          message: `“${heading.text}”下面没有内容。`,
          hint: '写上内容；来源没有说到的，就如实写“报道没有给出”。',
        }
      if (heading.line > last.line) last = { line: heading.line, name }
    }
  },
})

function missing(entry: EntryOf<'cases'>, name: string, headings: readonly string[]): Finding {
  const near = entry.body.headings.find(({ text }) => text.includes(name))
  return {
    at: line(near?.line ?? entry.bodyLine),
    message: `案例没有“${name}”这一部分。`,
    hint: `加一个二级标题“## ${headings[0]}”，也可以写成${headings.slice(1).join('、')}。`,
  }
}

/** A part is empty when nothing but headings follows before the next part. */
function isEmpty({ body, bodyLine }: EntryOf<'cases'>, headingLine: number): boolean {
  const next = body.headings.find(({ level, line }) => level <= 2 && line > headingLine)
  const headingLines = new Set(body.headings.map(({ line }) => line))
  return !body.tokens.some(({ type, map }) => {
    const at = (map?.[0] ?? -1) + bodyLine
    const written = type === 'inline' || type === 'fence' || type === 'code_block'
    return (
      written &&
      map !== null &&
      at > headingLine &&
      (!next || at < next.line) &&
      !headingLines.has(at)
    )
  })
}

function line(number: number) {
  return { position: { line: number, column: 1 } }
}
