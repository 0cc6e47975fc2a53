/** Titles like the query, by fuse.js: its own chunk, loaded when nothing else was found. Browser-safe. */
import Fuse from 'fuse.js/min-basic'
import { fold } from '../format/fold.ts'
import type { PackRow } from '../format/pack.ts'

/** Differences Fuse may see, of the query's length; above 0.4 nearly everything is alike. */
const threshold = 0.4

/** Titles, tags, pinyin and initials as keys, all folded. */
export function fuzzyTitles(rows: PackRow[], query: string, limit: number): PackRow[] {
  const records = rows.map((row) => ({
    row,
    title: fold(row.title).text,
    tags: fold(row.tags).text,
    pinyin: row.pinyin.replaceAll(/[ -]/gu, ''),
    initials: row.pinyin.replaceAll(/(\S)\S* ?/gu, '$1').replaceAll('-', ''),
  }))
  const fuse = new Fuse(records, {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'tags', weight: 2 },
      { name: 'pinyin', weight: 1 },
      { name: 'initials', weight: 1 },
    ],
    threshold,
    ignoreLocation: true,
    includeScore: true,
  })
  const pattern = fold(query).text.trim().slice(0, 32)
  return fuse.search(pattern, { limit }).map(({ item }) => item.row)
}
