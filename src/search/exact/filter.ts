/**
 * What a reader narrowed the results by, and what each value would leave. Browser-safe. Imports
 * nothing of the worker's that runs, so that it can be a chunk of its own beside it.
 */
import { decodeFacet, type Facet, type FacetCount } from '../format/facets.ts'
import type { IndexReader } from './index-reader.ts'

/** Values to keep: any of one facet, all facets together. */
export type FacetValues = Readonly<Record<string, readonly string[]>>
export type FacetCounts = Partial<Record<string, FacetCount[]>>

type Facets = Map<string, Facet>

/** What a reader chose, as entries. */
type ChosenEntries = [name: string, entries: Set<number>][]

/** The files of the named facets; one that cannot be read is left out. */
async function readFacets(index: IndexReader, names: Iterable<string>): Promise<Facets> {
  const { space } = index.manifest
  const files = [...new Set(names)].map(async (name): Promise<[string, Facet][]> => {
    const facet = await index.facet(name, (bytes, bits) => decodeFacet(bytes, space, bits))
    return facet ? [[name, facet]] : []
  })
  return new Map((await Promise.all(files)).flat())
}

/** Entries that have any of the values. */
const entriesWith = (facet: Facet, values: readonly string[]): Set<number> =>
  new Set(values.flatMap((value) => facet.get(value) ?? []))

function chosenEntries(facets: Facets, chosen: FacetValues): ChosenEntries {
  return [...facets].flatMap(([name, facet]): ChosenEntries => {
    const values = chosen[name]
    return values?.length ? [[name, entriesWith(facet, values)]] : []
  })
}

/** Values found among the entries, most frequent first, then by value. */
export function countFacet(facet: Facet, entries: Set<number>): FacetCount[] {
  return [...facet]
    .map(([value, pieces]) => ({ value, count: pieces.filter((p) => entries.has(p)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** Counts each facet's values among the entries that pass the choice in the other facets. */
function countFacets(
  facets: Facets,
  names: readonly string[],
  found: number[],
  choice: ChosenEntries,
): FacetCounts {
  const counts: FacetCounts = {}
  for (const name of names) {
    const facet = facets.get(name)
    const others = choice.filter(([other]) => other !== name)
    const entries = found.filter((entry) => others.every(([, set]) => set.has(entry)))
    if (facet) counts[name] = countFacet(facet, new Set(entries))
  }
  return counts
}

export interface FacetFilter {
  /** Whether an entry passes the choice in every facet. */
  accepts: (entry: number) => boolean
  count: (found: number[]) => FacetCounts
}

/** Reads the facets to count and those of the choice. */
export async function filterByFacets(
  index: IndexReader,
  counts: readonly string[],
  chosen: FacetValues,
): Promise<FacetFilter> {
  const facets = await readFacets(index, [...counts, ...Object.keys(chosen)])
  const choice = chosenEntries(facets, chosen)
  return {
    accepts: (entry) => choice.every(([, set]) => set.has(entry)),
    count: (found) => countFacets(facets, counts, found, choice),
  }
}
