import { claimsOf, supportById } from './figures/claims.ts'
import { isWithin, partsOf } from './figures/dates.ts'
import { spanIn } from './prose.ts'
import { entryRule } from './rule.ts'

export const asOfComesFromTheSource = entryRule({
  id: 'as-of-comes-from-the-source',
  summary: '“截至某年某月”用的是来源写明的时点；来源没写的，页面不补。',
  area: 'truth',
  severity: 'error',
  *check(context) {
    const { library, share } = context
    const known = share(supportById)
    for (const { passage, facts, dates } of claimsOf(context)) {
      if (dates.length === 0) continue
      const cited = facts.flatMap((id) => library.facts.get(id) ?? [])
      if (cited.length === 0 || cited.some(({ fact }) => fact.as_of !== 'undated')) continue
      for (const date of dates) {
        const { source } = cited[0] ?? {}
        const isPublication = isWithin(date, partsOf(source?.published ?? ''))
        const isStated = facts.some((id) =>
          known.get(id)?.dates.some((given) => isWithin(date, given)),
        )
        if (!date.asOf || (isStated && !isPublication)) continue
        yield {
          at: { span: spanIn(passage, date.from, date.to) },
          message: `事实 ${facts.join('、')} 没有写明时点，“${date.text}”是页面补上的。`,
          hint: '写“报道当时”，或者不写时间。',
        }
      }
    }
  },
})
