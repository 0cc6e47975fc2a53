import type { Library } from '../content/library.ts'
import { chineseDate } from '../model/dates.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'

/** A correction and the page it was made on. */
export interface LedgerRow {
  page: Link
  date: string
  was: string
  now: string
  why: string
}

/** Every correction that readers may see, those of withdrawn entries included, the latest first. */
export function ledgerOf(library: Library): LedgerRow[] {
  return library.entries
    .filter(({ data }) => data.status !== 'draft')
    .flatMap((entry) => entry.data.corrections.map((correction) => ({ entry, ...correction })))
    .sort((a, b) => (a.date === b.date ? order(a.entry.path, b.entry.path) : order(b.date, a.date)))
    .map(({ entry, date, was, now, why }) => ({
      page: { href: href(library, entry.url), text: entry.data.title },
      date: chineseDate(date),
      was,
      now,
      why,
    }))
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
