import type { FacetName } from '../../../src/corpus/facets.ts'
import type { FacetCount, SearchResult } from '../../../src/search/query.ts'
import type { Choice } from './address.ts'

interface FacetGroup {
  name: FacetName
  label: string
  chosen?: string
  values: FacetCount[]
}

const labels = [
  ['topics', '主题'],
  ['organization', '组织'],
  ['region', '地区'],
  ['year', '年份'],
  ['series', '系列'],
  ['origin', '来源门户'],
] as const

/** Values shown of a facet: those that are rarer narrow little, and the reader can type them. */
const mostValues = 8

/** The facets that can narrow these results: with two values or more, or with one chosen. */
export function facetGroups(counts: SearchResult['counts'], choice: Choice): FacetGroup[] {
  return labels.flatMap(([name, label]): FacetGroup[] => {
    const chosen = choice[name]
    const counted = counts[name] ?? []
    if (!chosen) return counted.length > 1 ? [{ name, label, values: shown(counted) }] : []
    const kept = counted.find(({ value }) => value === chosen) ?? { value: chosen, count: 0 }
    const others = shown(counted).filter(({ value }) => value !== chosen)
    return [{ name, label, chosen, values: [kept, ...others] }]
  })
}

const shown = (counted: FacetCount[]): FacetCount[] => counted.slice(0, mostValues)
