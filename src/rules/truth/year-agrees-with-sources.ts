import { entryRule } from '../engine/rule.ts'

export const yearAgreesWithSources = entryRule({
  id: 'year-agrees-with-sources',
  summary: '案例的年份，是来源发布或事实发生的年份。',
  severity: 'warning',
  collections: ['cases'],
  *check({ entry, library }) {
    const { year, sources } = entry.data
    if (year === undefined) return
    const years = new Set<number>()
    for (const id of sources) {
      const source = library.sources.get(id)?.data
      for (const date of [source?.published, ...(source?.facts ?? []).map((fact) => fact.as_of)])
        if (date && date !== 'undated') years.add(Number(date.slice(0, 4)))
    }
    if (years.size === 0 || years.has(year)) return
    yield {
      at: { field: 'year' },
      message: `年份写的是 ${year}，来源里有 ${[...years].sort().join('、')}。`,
      hint: '照来源改年份；来源没有时间的，删去 year。',
    }
  },
})
