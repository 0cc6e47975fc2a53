import { claimsOf, supportById, supportFor } from '../reading/figures/claims.ts'
import { isWithin } from '../reading/figures/written-dates.ts'
import { spanIn } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'

export const dateAgreesWithFact = entryRule({
  id: 'date-agrees-with-fact',
  summary: '引用标注管着的日期，来源里有，而且不比来源更细。',
  severity: 'error',
  *check(context) {
    const known = context.share(supportById)
    for (const { passage, facts, dates } of claimsOf(context)) {
      const support = dates.length > 0 ? supportFor(facts, known) : undefined
      if (!support || support.dates.length === 0) continue
      for (const date of dates) {
        if (support.dates.some((given) => isWithin(date, given))) continue
        yield {
          at: { span: spanIn(passage, date.from, date.to) },
          message: `“${date.text}”和事实 ${facts.join('、')} 对不上，那里有${support.dates.map(chineseDate).filter(isFirst).join('、')}。`,
          hint: '照事实改日期，来源写到月就只写到月；日期另有出处的，在它后面标上那个事实。',
        }
      }
    }
  },
})

function chineseDate({
  year,
  month,
  day,
}: {
  year?: number
  month?: number
  day?: number
}): string {
  return [year && `${year}年`, month && `${month}月`, day && `${day}日`].filter(Boolean).join('')
}

function isFirst(text: string, index: number, texts: readonly string[]): boolean {
  return texts.indexOf(text) === index
}
