import type { Fact, Source } from './sources.ts'

/** A date as read in Chinese: 2021-09-13 → 2021年9月13日, 2021-09 → 2021年9月, 2021 → 2021年. */
export function chineseDate(date: string): string {
  const [year = '', month, day] = date.split('-')
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
}

/** The time a fact is of; without one of its own, that of its source's publication, named as such. */
export function asOf({
  fact,
  source,
}: {
  fact: Pick<Fact, 'as_of'>
  source: Pick<Source, 'published'>
}): string | undefined {
  if (!fact.as_of) return undefined
  return fact.as_of === 'undated' ? atPublication(source.published) : chineseDate(fact.as_of)
}

function atPublication(published: string | null): string {
  return `截至刊发时（${published ? chineseDate(published) : '来源未标日期'}）`
}
