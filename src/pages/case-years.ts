import type { ListedCase } from './listed-case.ts'

/** The year that a case's latest source came out; undefined where no source is dated. */
export function sourceYear({ date }: Pick<ListedCase, 'date'>): number | undefined {
  return date === undefined ? undefined : Number(date.slice(0, 4))
}

/** First and last year of the cases' sources: `2015—2024`, `2022`, 未写明. */
export function yearSpan(cases: readonly ListedCase[]): string {
  const years = cases.flatMap((one) => sourceYear(one) ?? [])
  if (years.length === 0) return '未写明'
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return first === last ? String(first) : `${first}—${last}`
}
