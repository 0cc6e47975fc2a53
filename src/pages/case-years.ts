import type { EntryOf, Library } from '../content/library.ts'
import { sourceDate } from './source-date.ts'

/** The year that a case's latest source came out; undefined where no source is dated. */
export function sourceYear(library: Library, entry: EntryOf<'cases'>): number | undefined {
  const latest = sourceDate(library, entry)
  return latest ? Number(latest.slice(0, 4)) : undefined
}

/** First and last year of the cases' sources: `2015—2024`, `2022`, 未写明. */
export function yearSpan(library: Library, cases: readonly EntryOf<'cases'>[]): string {
  const years = cases.flatMap((entry) => sourceYear(library, entry) ?? [])
  if (years.length === 0) return '未写明'
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return first === last ? String(first) : `${first}—${last}`
}
