/** What may have been meant when nothing matches at all. Browser-safe; fuse.js loads on first use. */
import { keysOfTerms } from './plan.ts'
import { makeHit, type Hit } from './hit.ts'
import type { Index } from './index-files.ts'
import { lookUp } from './lookup.ts'
import { singleFile } from './manifest.ts'
import { decodePack, type PackRow } from './pack.ts'
import type { Term } from './query.ts'
import { matchesOf } from './verify.ts'
import { entryOf } from './zones.ts'

/** Finds titles like the query; the default implementation is `fuzzy.ts`, over fuse.js. */
export type FuzzyTitles = (rows: PackRow[], query: string, limit: number) => PackRow[]

const mostSuggestions = 5

const hitOf = (row: PackRow): Hit => ({
  path: row.path,
  title: row.title,
  titleRanges: [],
  kind: row.kind,
  kindLabel: row.kindLabel,
  ...(row.date ? { date: row.date } : {}),
  score: 0,
  snippet: { text: '', ranges: [] },
  field: 'title',
})

/** Entries with at least half of the query's grams, those with most first. */
async function byQuorum(index: Index, terms: Term[]): Promise<Hit[]> {
  const keys = keysOfTerms(terms, true).filter(({ family }) => family === 'g' || family === 'w')
  const [zones, lookup] = await Promise.all([index.zones(), lookUp(index, keys)])
  const counts = new Map<number, number>()
  for (const key of keys)
    for (const piece of lookup(key)?.pieces ?? []) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  const best = [...counts]
    .filter(([, count]) => count * 2 >= keys.length)
    .sort(([p, a], [q, b]) => b - a || q - p)
  const seen = new Map(best.map(([piece]): [number, number] => [entryOf(piece, zones), piece]))
  const haystacks = await Promise.all(
    [...seen.values()].slice(0, mostSuggestions).map((piece) => index.haystack(piece)),
  )
  const parts = keys.map(({ key }): Term => ({ phrases: [{ runs: [key] }] }))
  return haystacks.flatMap((haystack) => {
    if (!haystack) return []
    const evidence = parts.map((term) => ({ matches: matchesOf(haystack, term), haystack }))
    return makeHit(evidence, 0) ?? []
  })
}

/** At most five entries, by the title pack where there is one, else by shared grams. */
export async function suggest(
  index: Index,
  terms: Term[],
  query: string,
  loadFuzzy: () => Promise<FuzzyTitles>,
): Promise<Hit[]> {
  const { pack } = index.manifest
  const rows = pack ? await index.read(singleFile('pack', pack, 'json'), decodePack) : undefined
  if (rows) {
    try {
      const found = (await loadFuzzy())(rows, query, mostSuggestions)
      if (found.length) return found.map(hitOf)
    } catch {
      // Without the matcher's code the grams still suggest something.
    }
  }
  return byQuorum(index, terms)
}
