import { pairsIn } from '../reading/prose/paired-marks.ts'
import { entryRule } from '../engine/rule.ts'
import type { Finding, LibraryFinding } from '../engine/rule.ts'
import { readingsOf } from '../engine/prose-rule.ts'
import type { Reading } from '../engine/prose-rule.ts'
import { spanIn } from '../reading/prose/passage.ts'

const closing = { '“': '”', '‘': '’', '「': '」', '『': '』' }
const marks = /[“”‘’「」『』]/

export const quotationMarksPair = entryRule({
  id: 'quotation-marks-pair',
  summary: '引号成对，先开后关。',
  severity: 'error',
  *check(context) {
    if (!marks.test(context.entry.text) && context.entry.collection !== 'videos') return
    const readings = [...readingsOf(context)]
    for (const [index, reading] of readings.entries())
      if (marks.test(reading.passage.text)) yield* unpaired(reading, readings[index + 1])
  },
})

function* unpaired(
  { passage, file }: Reading,
  next: Reading | undefined,
): Generator<Finding | LibraryFinding> {
  const { text } = passage
  const found = pairsIn(text, closing, (at) => !isApostrophe(text, at)).unpaired
  for (const { at, mark } of found) {
    if (goesOn(text, at, next)) continue
    const isOpen = mark in closing
    const finding = {
      at: { span: spanIn(passage, at, at + 1) },
      message: isOpen
        ? `引号“${mark}”开了没有关：${text.slice(at, at + 12)}`
        : `引号“${mark}”没有开头：${text.slice(Math.max(0, at - 11), at + 1)}`,
      hint: '补上另一半，让读者知道哪些是原话；引号里面再用引号，外双内单。',
    }
    yield file === undefined ? finding : { ...finding, file }
  }
}

/** GB/T 15834: a quotation of several paragraphs opens each and closes the last. */
function goesOn(text: string, at: number, next: Reading | undefined): boolean {
  const opensAll = /^[“‘「『]/.test(text) && at === 0
  return opensAll && /^[“‘「『]/.test(next?.passage.text ?? '')
}

/** `it’s`, `'90s`: no quotation begins or ends there. */
function isApostrophe(text: string, at: number): boolean {
  const around = text.charAt(at - 1) + text.charAt(at + 1)
  return text.charAt(at) === '’' && /^[A-Za-z0-9][A-Za-z\s]/.test(`${around} `)
}
