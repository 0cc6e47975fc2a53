import { claimsOf, supportById } from '../reading/figures/claims.ts'
import { datesIn, isWithin, partsOf, yearsIn } from '../reading/figures/written-dates.ts'
import type { WrittenDate } from '../reading/figures/written-dates.ts'
import type { CitedFact } from '../../content/library.ts'
import { spanIn } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'

export const asOfComesFromTheSource = entryRule({
  id: 'as-of-comes-from-the-source',
  summary: '“截至某年某月”用的是来源写明的时点；来源没写的，页面不补。',
  severity: 'error',
  *check(context) {
    const { library, share } = context
    const known = share(supportById)
    for (const { passage, facts, dates } of claimsOf(context)) {
      if (dates.length === 0) continue
      const cited = facts.flatMap((id) => library.facts.get(id) ?? [])
      if (cited.length === 0) continue
      const isDated = cited.some(({ fact }) => fact.as_of !== 'undated')
      for (const date of dates) {
        const isPublication = cited.some(({ source }) =>
          isWithin(date, partsOf(source.published ?? '')),
        )
        const isStated = facts.some((id) =>
          known.get(id)?.dates.some((given) => isWithin(date, given)),
        )
        // A dated fact has its time; that of publication is none.
        const isOther = isDated && !(date.asOf && isPublication && cited.every(hasTime))
        if (isOther) continue
        const isItsOwn = cited.some((one) => statesDate(one, date))
        if (isItsOwn || (isStated && !isPublication)) continue
        if (!date.asOf && (!isPublication || namesPublication(passage.text, date))) continue
        yield {
          at: { span: spanIn(passage, date.from, date.to) },
          message: `事实 ${facts.join('、')} 没有写明时点，“${date.text}”是页面补上的。`,
          hint: '写“报道刊发时”，或者写明这是刊发的日子，例如“2021年9月的报道写到”。',
        }
      }
    }
  },
})

/** A fact has a time of its own. */
function hasTime({ fact }: CitedFact): boolean {
  return fact.as_of !== undefined && fact.as_of !== 'undated'
}

/** A fact may name a date besides having no time of its own, and so may the title of its source. */
function statesDate({ fact, source }: CitedFact, date: WrittenDate): boolean {
  const time = fact.as_of === 'undated' ? '' : (fact.as_of ?? '')
  const text = [source.title, time, fact.statement, ...fact.words].join('\n')
  return [...datesIn(text), ...yearsIn(source.title)].some((given) => isWithin(date, given))
}

/** 2023年4月的报道写到, 刊发于2021年9月13日: the day is said to be that of publication. */
function namesPublication(text: string, { from, to }: WrittenDate): boolean {
  const sentence = text.slice(text.lastIndexOf('。', from) + 1, to + 16)
  return /报道|刊发|发布|见报|文章|来源|发表|原文/.test(sentence)
}
