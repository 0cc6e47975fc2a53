/** What may have been meant when nothing matches at all. Browser-safe; fuse.js loads on first use. */
import type { Hit } from './hit.ts'
import type { Index } from './index-files.ts'
import { singleFile } from './manifest.ts'
import { decodePack, type PackRow } from './pack.ts'

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

const importFuzzy = async (): Promise<FuzzyTitles> => (await import('./fuzzy.ts')).fuzzyTitles

/** At most five titles like the query, by the title pack where there is one. */
export async function suggest(
  index: Index,
  query: string,
  loadFuzzy = importFuzzy,
): Promise<Hit[]> {
  const { pack } = index.manifest
  const rows = pack ? await index.read(singleFile('pack', pack, 'json'), decodePack) : undefined
  if (!rows) return []
  try {
    return (await loadFuzzy())(rows, query, mostSuggestions).map(hitOf)
  } catch {
    // Without the matcher's code nothing is suggested.
    return []
  }
}
