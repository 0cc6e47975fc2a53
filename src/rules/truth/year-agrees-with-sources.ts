import type { Library } from '../../content/library.ts'
import { entryRule } from '../engine/rule.ts'

export const yearAgreesWithSources = entryRule({
  id: 'year-agrees-with-sources',
  summary: '案例的年份，是来源发布或事实发生的年份。',
  severity: 'warning',
  collections: ['cases'],
  *check({ entry, library }) {
    const { year, sources } = entry.data
    if (year === undefined) return
    const years = yearsOfSources(library, sources)
    if (years.size === 0 || years.has(year)) return
    yield {
      at: { field: 'year' },
      message: `年份写的是 ${year}，来源里有 ${[...years].sort().join('、')}。`,
      hint: '照来源改年份；来源没有时间的，删去 year。',
    }
  },
})

/** Years in which the sources came out, or of which their facts are. */
function yearsOfSources(library: Library, ids: readonly string[]): Set<number> {
  const dates = ids.flatMap((id) => {
    const { published, facts = [] } = library.sources.get(id)?.data ?? {}
    return [published, ...facts.map((fact) => fact.as_of)]
  })
  return new Set(
    dates.flatMap((date) => (date && date !== 'undated' ? Number(date.slice(0, 4)) : [])),
  )
}
