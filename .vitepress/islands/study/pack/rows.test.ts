import { expect, test } from 'vitest'
import type { MeetingRow } from '../../../../src/meeting/meeting.ts'
import type { PackEntry } from './load-entry.ts'
import { askedIn, entriesIn, handouts, rowOf, talksOf, timed } from './rows.ts'

const entry = (page: string, kind: PackEntry['kind'], asked: string[] = []): PackEntry => ({
  ...{ page, kind, address: `${page.slice(1)}.html`, title: `${page}的标题` },
  discussion: [`谈谈${page}`],
  questions: asked.map((question) => ({
    ...{ key: question, kind: 'judge' as const, question, options: ['对', '错'], right: [0] },
    explanation: '',
    sources: [],
  })),
  ...{ text: [], sources: [], films: [] },
  // Never looked into here.
  document: null as unknown as Document,
})
const lesson = entry('/training/a/b', 'lesson', ['一', '二', '三'])
const pack = entry('/packs/july', 'pack')
const loaded = new Map<string, PackEntry | 'missing'>([
  [lesson.page, lesson],
  [pack.page, pack],
  ['/cases/gone', 'missing'],
])
const row = (parts: Partial<MeetingRow>) =>
  rowOf({ id: 1, kind: '学习', title: '', minutes: 5, pages: [], ...parts }, loaded)

test('a row without words of its own is called by its pages; a pack stands for its questions', () => {
  expect(row({ pages: [lesson.page, '/cases/gone', '/cases/on-its-way'] }).title).toBe(lesson.title)
  expect(row({ kind: '讨论', pages: [pack.page] }).title).toBe('三个问题')
  expect(row({ title: '自己的话', pages: [lesson.page] }).title).toBe('自己的话')
})

test('rows begin one after another', () => {
  expect(
    timed([{ minutes: 3 }, { minutes: 60 }, { minutes: 1 }]).map(({ start }) => start),
  ).toEqual(['0:00', '0:03', '1:03'])
})

test('a page of two rows is taken along once, and a pack is no handout', () => {
  const rows = [row({ pages: [lesson.page] }), row({ pages: [lesson.page, pack.page] })]
  expect(entriesIn(rows)).toEqual([lesson, pack])
  expect(handouts(rows)).toEqual([lesson])
})

test('what is talked about is said by the rows of talk, or by everything', () => {
  const study = row({ pages: [lesson.page] })
  expect(talksOf([study])).toEqual([{ title: lesson.title, questions: lesson.discussion }])
  const talk = row({ kind: '讨论', pages: [pack.page] })
  expect(talksOf([study, talk])).toEqual([{ title: pack.title, questions: pack.discussion }])
  const own = row({ kind: '讨论', title: '我们的', pages: [pack.page], questions: ['怎么做？'] })
  expect(talksOf([study, own])).toEqual([{ title: '我们的', questions: ['怎么做？'] }])
})

test('a self-test may be of fewer questions than its lesson has', () => {
  const asked = (rows: MeetingRow['quiz'][]) =>
    askedIn(
      rows.map((quiz) => row({ kind: '自测', pages: [lesson.page], ...(quiz ? { quiz } : {}) })),
    ).map(({ question }) => question.question)
  expect(asked([undefined])).toEqual(['一', '二', '三'])
  expect(asked([2])).toEqual(['一', '二'])
  expect(askedIn([row({ pages: [lesson.page] })])).toHaveLength(3)
})
