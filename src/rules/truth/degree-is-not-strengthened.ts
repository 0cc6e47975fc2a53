import { entryRule } from '../engine/rule.ts'
import { claims, degreesIn } from '../reading/wording/degrees.ts'
import type { Degree } from '../reading/wording/degrees.ts'
import { heldTexts } from '../reading/wording/held-texts.ts'
import type { Reference } from '../reading/wording/fact-reference.ts'

export const degreeIsNotStrengthened = entryRule({
  id: 'degree-is-not-strengthened',
  summary: '引用事实的句子，不添“全部”“首个”“唯一”“统管”一类来源没有的词。',
  severity: 'error',
  *check(context) {
    for (const { text, quoted, cited, isQuiz, source, place } of heldTexts(context))
      for (const degree of degreesIn(text, quoted)) {
        if (isAllowed(degree, text, cited)) continue
        if (isQuiz && !turning.has(degree.kind)) continue
        yield {
          at: place(degree.from, degree.to),
          message: `“${degree.word}”不在${source}里。`,
          hint: '来源没有这个意思的，删去；出自另一条事实的，在句子里标上那条。',
        }
      }
  },
})

/** What turns a fact round even in a made-up situation. */
const turning = new Set<Degree['kind']>(['control', 'lever', 'frame', 'others'])

/** A law's 不得 must not come out as 可以; elsewhere 可以 is a turn of phrase. */
function isAllowed(degree: Degree, text: string, cited: readonly Reference[]): boolean {
  const isKnown = cited.some(({ allows }) => allows.has(degree.kind))
  if (degree.kind !== 'may') return isKnown
  if (!cited.every(({ isLaw }) => isLaw)) return true
  const isTurned = cited.every(({ forbids }) => forbids) && !claims(text, forbidden)
  return isKnown && !isTurned
}

const forbidden = { kind: 'mustNot', word: '不得', from: 0, to: 0 } as const
