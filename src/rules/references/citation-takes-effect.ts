import type { Library } from '../../content/library.ts'
import { citationLabel } from '../reading/citation-label.ts'
import { spanIn } from '../reading/prose/passage.ts'
import type { ProsePassage } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'
import type { Finding } from '../engine/rule.ts'

/** A caret in brackets of any width: 【^id】 ［^id］ [＾id] [^ID ]. */
const mark = /[[［【〔〖][ \t\u3000]*[\^＾]([^[\]［］【】〔〕〖〗\n]{1,60})[\]］】〕〗]/g

/** A fact's id in brackets without the caret: [hz-f11] 【hz-f11】. */
const bareMark = /[[［【〔]([a-z0-9]+-f\d+)[\]］】〕](?![(:：])/gi

export const citationTakesEffect = entryRule({
  id: 'citation-takes-effect',
  summary: '写成引用标注的，在页面上确实是标注。',
  severity: 'error',
  *check({ entry, library, prose }) {
    for (const passage of prose(entry)) {
      yield* bareMarks(passage, library)
      if (!/[\^＾]/.test(passage.text)) continue
      for (const { index, 0: written, 1: inner = '' } of passage.text.matchAll(mark)) {
        const label = citationLabel(inner)
        const isKnown = library.facts.has(label) || entry.text.includes(`[^${label}]:`)
        // Where brackets and letters are right, the name alone is in question: others say so.
        if (written === `[^${label}]` || (/^\[\^/.test(written) && !isKnown)) continue
        const span = spanIn(passage, index, index + written.length)
        const inField = passage.kind === 'field'
        const fix = isKnown && !inField ? { fix: { span, text: `[^${label}]` } } : {}
        yield {
          at: { span },
          message: messageFor(written),
          hint: hintFor(label, library, inField),
          ...fix,
        }
      }
    }
  },
})

function* bareMarks(passage: ProsePassage, { facts }: Library): Generator<Finding> {
  if (!/-f\d/i.test(passage.text)) return
  for (const { index, 0: written, 1: inner = '' } of passage.text.matchAll(bareMark)) {
    const label = citationLabel(inner)
    if (!facts.has(label)) continue
    const span = spanIn(passage, index, index + written.length)
    const fix = passage.kind === 'field' ? {} : { fix: { span, text: `[^${label}]` } }
    yield {
      at: { span },
      message: messageFor(written),
      hint: `写成 [^${label}]：编号前面有 ^。`,
      ...fix,
    }
  }
}

function messageFor(written: string): string {
  return `“${written}”不是引用标注，会照样显示在页面上。`
}

function hintFor(label: string, { facts }: Library, inField: boolean): string {
  if (inField) return '标题、摘要等字段里不写引用，删去它。'
  if (facts.has(label)) return `写成 [^${label}]：方括号和 ^ 都用半角，编号用小写。`
  return `写成 [^事实编号]，例如 [^hz-f11]：方括号和 ^ 都用半角。`
}
