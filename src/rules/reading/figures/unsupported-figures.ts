import { spanIn } from '../prose/passage.ts'
import type { ProsePassage } from '../prose/passage.ts'
import type { Finding } from '../../engine/rule.ts'
import { datesIn, isWithin } from './written-dates.ts'
import { faultOf } from './figure-fault.ts'
import { statedFigures } from './fact-support.ts'
import type { Support } from './fact-support.ts'

/** A text, the facts it is held against, and what messages call them. */
interface Held {
  passage: ProsePassage
  support: Support
  source: string
  /** What to do about a date that the facts do not have. */
  dateHint: string
}

/** Figures and dates of a text that the facts behind it do not have. */
export function* unsupportedIn(held: Held): Generator<Finding> {
  const { passage, support, source, dateHint } = held
  for (const figure of statedFigures(passage.text)) {
    const fault = faultOf({ figure, support, passage, source })
    if (fault) yield { at: { span: spanIn(passage, figure.from, figure.to) }, ...fault }
  }
  for (const date of datesIn(passage.text)) {
    if (support.dates.length === 0 || support.dates.some((given) => isWithin(date, given))) continue
    yield {
      at: { span: spanIn(passage, date.from, date.to) },
      message: `${source}里没有“${date.text}”这个日期。`,
      hint: dateHint,
    }
  }
}
