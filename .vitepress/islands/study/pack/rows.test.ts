import { expect, test } from 'vitest'
import type { PackEntry } from './load-entry.ts'
import { handouts, rowOf, talkedAbout, tested, timed } from './rows.ts'

function entry(page: string, kind: PackEntry['kind'], about: Partial<PackEntry> = {}): PackEntry {
  const none = { address: '', discussion: [`谈谈${page}？`], questions: [], text: [], sources: [] }
  // Nothing here looks at the page's document.
  return { page, kind, title: page, films: [], document: undefined as never, ...none, ...about }
}

const question = { key: '1' } as PackEntry['questions'][number]
const known = new Map<string, PackEntry | 'missing'>([
  ['/cases/a', entry('/cases/a', 'case')],
  ['/training/b/c', entry('/training/b/c', 'lesson', { questions: [question] })],
  ['/training/b/d', entry('/training/b/d', 'lesson', { questions: [question] })],
  ['/packs/july', entry('/packs/july', 'pack')],
  ['/cases/gone', 'missing'],
])
const rowsOf = (...items: Parameters<typeof rowOf>[0][]) =>
  items.flatMap((item) => rowOf(item, known) ?? [])

test('a row is what its page says, or what was written; a page that is gone has none', () => {
  const rows = rowsOf(
    { kind: '签到', title: '签名', minutes: 3 },
    { page: '/cases/gone', minutes: 5 },
    { page: '/cases/a', minutes: 5 },
    { kind: '讨论', page: '/packs/july', minutes: 9 },
  )
  expect(timed(rows).map(({ row, start }) => `${start} ${row.kind} ${row.title}`)).toEqual([
    '0:00 签到 签名',
    '0:03 学习 /cases/a',
    '0:08 讨论 三个问题',
  ])
})

test('a row of talk and a row of self-test say whose questions are printed', () => {
  const pages = (entries: PackEntry[]) => entries.map(({ page }) => page)
  const plain = rowsOf({ page: '/cases/a', minutes: 5 }, { page: '/training/b/c', minutes: 5 })
  expect(pages(talkedAbout(plain))).toEqual(['/cases/a', '/training/b/c'])
  expect(pages(tested(plain))).toEqual(['/training/b/c'])
  const ready = rowsOf(
    { page: '/cases/a', minutes: 5 },
    { page: '/training/b/c', minutes: 5 },
    { kind: '讨论', page: '/packs/july', minutes: 9 },
    { kind: '自测', page: '/training/b/d', minutes: 4 },
  )
  expect(pages(talkedAbout(ready))).toEqual(['/packs/july'])
  expect(pages(tested(ready))).toEqual(['/training/b/d'])
  expect(pages(handouts(ready))).toEqual(['/cases/a', '/training/b/c', '/training/b/d'])
})
