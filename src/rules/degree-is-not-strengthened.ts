import { entryRule } from './rule.ts'
import { degreesIn } from './wording/degrees.ts'
import { heldTexts } from './wording/held.ts'

export const degreeIsNotStrengthened = entryRule({
  id: 'degree-is-not-strengthened',
  summary: '引用事实的句子，不添“全部”“首个”“唯一”“统管”一类来源没有的词。',
  area: 'truth',
  severity: 'error',
  *check(context) {
    for (const { text, quoted, cited, source, place } of heldTexts(context))
      for (const degree of degreesIn(text, quoted)) {
        if (cited.some(({ allows }) => allows.has(degree.kind))) continue
        if (degree.kind === 'may' && !cited.every(({ isLaw }) => isLaw)) continue
        yield {
          at: place(degree.from, degree.to),
          message: `“${degree.word}”不在${source}里。`,
          hint: '来源没有这个意思的，删去；出自另一条事实的，在句子里标上那条。',
        }
      }
  },
})
