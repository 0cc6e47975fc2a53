import type { Fact, Source } from '../../model/sources.ts'
import { datesIn, isWithin, partsOf, yearsIn } from '../reading/figures/written-dates.ts'
import { impliedDates } from '../reading/figures/implied-dates.ts'
import { statedFigures, supportOf } from '../reading/figures/fact-support.ts'
import { verdictOn } from '../reading/figures/figure-verdict.ts'
import { sourceRule } from '../engine/rule.ts'
import { claims, degreesIn, isBinding, isRole } from '../reading/wording/degrees.ts'

export const factStandsOnItsWords = sourceRule({
  id: 'fact-stands-on-its-words',
  summary: '写了原文用词的事实，陈述里的数字、日期、限定和程度，原文用词里都有。',
  severity: 'error',
  *check({ source }) {
    for (const [index, fact] of source.data.facts.entries()) {
      if (fact.words.length === 0) continue
      for (const fault of faultsOf(fact, source.data))
        yield {
          at: { field: ['facts', index, 'statement'] },
          message: `事实 ${fact.id} 的${fault}`,
          hint: '对照原文：是陈述写重了、写丢了，就改陈述；是原文用词没有抄全，就补上。',
        }
    }
  },
})

function* faultsOf(fact: Fact, source: Source): Generator<string> {
  const words = fact.words.join('\n')
  const bare = { id: fact.id, statement: words, words: [], verified: true }
  const support = supportOf({ fact: bare, source })
  for (const figure of statedFigures(fact.statement))
    if (figure.strong && verdictOn(figure, support).kind !== 'agrees')
      yield `陈述里有“${figure.text}”，原文用词里没有这个数，或限定不同。`
  const given = [
    ...datesIn(words),
    ...yearsIn(words),
    ...impliedDates(words, source),
    ...publication(source),
  ]
  for (const date of datesIn(fact.statement))
    if (!given.some((one) => isWithin(date, one)))
      yield `陈述里有“${date.text}”，原文用词里没有这个日期。`
  for (const degree of degreesIn(words))
    if (isBinding(degree) && !claims(fact.statement, degree))
      yield `原文用词里有“${degree.word}”，陈述里没有。`
  for (const degree of degreesIn(fact.statement))
    if (isBinding(degree) && !isRole(degree) && !claims(words, degree))
      yield `陈述里有“${degree.word}”，原文用词里没有。`
}

function publication({ published }: Source): ReturnType<typeof partsOf>[] {
  return published ? [partsOf(published)] : []
}
