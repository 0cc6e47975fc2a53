/** What a reader narrowed the results by, and what each value would leave. Browser-safe. */
import { facetNames, type FacetName } from './document.ts'
import { countFacet, decodeFacet, entriesWith, type Facet, type FacetCount } from './facets.ts'
import type { Index } from './index-files.ts'
import { singleFile } from './manifest.ts'

/** Values to keep: any of one facet, all facets together. */
export type FacetValues = Partial<Record<FacetName, readonly string[]>>
export type FacetCounts = Partial<Record<FacetName, FacetCount[]>>

export type Facets = Map<FacetName, Facet>

/** The files of the named facets; one that cannot be read is left out. */
export async function readFacets(index: Index, names: Iterable<FacetName>): Promise<Facets> {
  const { facets, space } = index.manifest
  const files = [...new Set(names)].map(async (name): Promise<[FacetName, Facet][]> => {
    const decode = (bytes: Uint8Array): Facet => decodeFacet(bytes, space)
    const facet = await index.read(singleFile(`f-${name}`, facets[name]), decode)
    return facet ? [[name, facet]] : []
  })
  return new Map((await Promise.all(files)).flat())
}

/** What a reader chose, as entries. */
export type Choice = [name: FacetName, entries: Set<number>][]

export function chosenEntries(facets: Facets, chosen: FacetValues = {}): Choice {
  return facetNames.flatMap((name): Choice => {
    const [values, facet] = [chosen[name], facets.get(name)]
    return values?.length && facet ? [[name, entriesWith(facet, values)]] : []
  })
}

/** Counts each facet's values among the entries that pass the choice in the other facets. */
export function countAll(
  facets: Facets,
  names: readonly FacetName[],
  found: number[],
  choice: Choice,
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
