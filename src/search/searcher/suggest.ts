/** What may have been meant when nothing matches at all. Browser-safe; fuse.js loads on first use. */
import type { Hit } from '../exact/hit.ts'
import type { IndexReader } from '../exact/index-reader.ts'
import { singleFile } from '../format/manifest.ts'
import { decodePack, type PackRow } from '../format/pack.ts'

const maxSuggestions = 5

const hitOf = (row: PackRow): Hit => ({
  path: row.path,
  title: row.title,
  titleRanges: [],
  kind: row.kind,
  kindLabel: row.kindLabel,
  ...(row.date ? { date: row.date } : {}),
  ...(row.note ? { note: row.note } : {}),
  score: 0,
  snippet: { text: '', ranges: [] },
  field: 'title',
})

/** At most five titles like the query, by the title pack where there is one. */
export async function suggest(index: IndexReader, query: string): Promise<Hit[]> {
  const { pack } = index.manifest
  const rows = pack ? await index.read(singleFile('pack', pack, 'json'), decodePack) : undefined
  if (!rows) return []
  try {
    const { fuzzyTitles } = await import('./fuzzy.ts')
    return fuzzyTitles(rows, query, maxSuggestions).map(hitOf)
  } catch {
    // Without the matcher's code nothing is suggested.
    return []
  }
}
