import { measureWords } from '../reading/figures/measure-words.ts'
import { each, proseRule } from '../engine/prose-rule.ts'

const number = '\\d+(?:\\.\\d+)?(?:万亿|[万亿])?'
const unit = `${measureWords.join('|')}|[余多]|月|日|%|％|‰|℃`
/** Numbers of documents, telephones and dates have letters, points or more hyphens around them. */
const pattern = new RegExp(
  `(?<![\\w.\\-–~/:：×])(${number})(?:${unit})? ?([-–~˜〜∼]|--) ?(${number})(?=(${unit}))(?![\\-–]\\d)`,
  'gu',
)

export const rangeHasARangeMark = proseRule({
  id: 'range-has-a-range-mark',
  summary: '数值的范围用“～”，年份的起止用“—”。',
  severity: 'warning',
  spares: 'quotations',
  trace: /\d.{0,5}[-–~˜〜∼]/,
  find: each(pattern, ({ 0: found, 1: low = '', 2: mark = '', 3: high = '', 4: unit, index }) => {
    // The rule about the unit says how to write the whole of it.
    if (/[%％‰]/.test(unit ?? '') && !/[%％‰]/.test(found)) return undefined
    const years = unit === '年' && low.length === 4 && high.length === 4
    const right = years ? '—' : '～'
    const at = found.indexOf(mark, low.length)
    const [before, after] = [
      found.slice(0, at).trimEnd(),
      found.slice(at + mark.length).trimStart(),
    ]
    return {
      from: index + before.length,
      to: index + found.length - after.length,
      message: `范围“${found}”中间用了“${mark}”。`,
      hint: `写成“${before}${right}${after}”。`,
      mended: right,
    }
  }),
})
