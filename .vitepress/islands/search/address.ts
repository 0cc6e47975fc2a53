import { facetNames, type FacetName } from '../../../src/corpus/facets.ts'

/** At most one value a facet. */
export type Choice = Readonly<Partial<Record<FacetName, string>>>

/** What an address says of a search. */
export interface SearchState {
  query: string
  choice: Choice
  /** 仍要搜: exactly what was typed. */
  literal: boolean
}

const parameters: Record<FacetName, string> = {
  collection: 'kind',
  topics: 'topic',
  organization: 'organization',
  region: 'region',
  year: 'year',
  series: 'series',
  origin: 'origin',
}

export function readAddress(search: string): SearchState {
  const given = new URLSearchParams(search)
  const choice = facetNames.flatMap((name) => {
    const value = given.get(parameters[name])
    return value ? [[name, value] as const] : []
  })
  return {
    query: given.get('q') ?? '',
    choice: Object.fromEntries(choice),
    literal: given.get('exact') === '1',
  }
}

/** `?q=公益&kind=案例`, or nothing for an empty search. */
export function writeAddress({ query, choice, literal }: SearchState): string {
  if (!query.trim()) return ''
  const written = new URLSearchParams({ q: query.trim() })
  for (const name of facetNames) {
    const value = choice[name]
    if (value) written.set(parameters[name], value)
  }
  if (literal) written.set('exact', '1')
  return `?${written}`
}
