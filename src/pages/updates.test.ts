import { describe, expect, test } from 'vitest'
import { buildLibrary } from '../content/library.ts'
import type { Entry, Library } from '../content/library.ts'
import { weekOf } from '../model/weeks.ts'
import { examplePortal } from '../rules/handbook/portal.ts'
import { newsView, updatesView, weeklyReads } from './updates.ts'

const example = buildLibrary(examplePortal([]).portal)
const model = example.entries.find(({ collection }) => collection === 'cases')
if (!model) throw new Error('the example portal has no case')
// What both kinds have is all that is asked of it.
const topic = { ...model, collection: 'topics' } as Entry

function at(entry: Entry, slug: string, more: { date: string; brief?: boolean }): Entry {
  const path = `/${entry.collection}/${slug}`
  const data = { ...entry.data, title: slug, ...more }
  // Spreading a union forgets which kind it is.
  return { ...entry, slug, path, url: `${path}.html`, data } as Entry
}

function libraryOf(entries: Entry[], site: Partial<Library['site']> = {}): Library {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]))
  return { ...example, site: { ...example.site, ...site }, entries, byPath }
}

const cases = (count: number, date: string) =>
  Array.from({ length: count }, (_, index) => at(model, `case-${index}`, { date }))

describe('what is new', () => {
  const library = libraryOf([
    ...cases(9, '2026-11-30'),
    at(topic, 'a-topic', { date: '2026-11-24' }),
    at(topic, 'older', { date: '2026-11-23' }),
  ])

  test('is what came in during the seven days that end with the latest', () => {
    const news = newsView(library)
    expect(news?.days).toBe('11月24日至11月30日')
    expect(news?.count).toBe(10)
  })

  test('takes each kind in turn, so that many of one hide none', () => {
    expect(
      newsView(library)
        ?.entries.map(({ text }) => text)
        .slice(0, 3),
    ).toEqual(['case-0', 'a-topic', 'case-1'])
  })

  test('stands by day on its page, with the feed where there is an address', () => {
    expect(updatesView(library).days.map(({ day, count }) => [day, count])).toEqual([
      ['2026-11-30', 9],
      ['2026-11-24', 1],
      ['2026-11-23', 1],
    ])
    expect(updatesView(library).feed).toBeUndefined()
    const addressed = libraryOf([], { url: 'https://portal.example' })
    expect(updatesView(addressed).feed?.href).toMatch(/\/feed\.xml$/)
  })

  test('is nothing where nothing is published', () => {
    expect(newsView(libraryOf([]))).toBeUndefined()
    expect(weeklyReads(libraryOf([]))).toEqual([])
  })
})

describe('a text a week', () => {
  test('follows the weeks, and keeps its week when a later edition brings nothing new to read', () => {
    const now = weeklyReads(libraryOf(cases(5, '2026-11-30')))
    const later = weeklyReads(
      libraryOf([...cases(5, '2026-11-30'), at(topic, 'new', { date: '2026-12-16' })]),
    )
    expect(now.map(({ monday }) => monday)).toEqual(
      ['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28'].slice(0, now.length),
    )
    expect(new Set(now.map(({ text }) => text)).size).toBe(5)
    expect(later[0]).toEqual(now.find(({ monday }) => monday === weekOf('2026-12-16').monday))
  })

  test('says its days, and is never one of the short ones', () => {
    const [first] = weeklyReads(
      libraryOf([
        at(model, 'brief', { date: '2026-12-02', brief: true }),
        ...cases(1, '2026-12-02'),
      ]),
    )
    expect(first?.days).toBe('11月30日至12月6日')
    expect(first?.text).toBe('case-0')
  })

  test('names a person with what they do', () => {
    const role = { text: '示例岗位', cites: [] }
    const person = { ...at(model, 'a-person', { date: '2026-12-02' }), collection: 'people' }
    // What people have of their own is their role.
    const entry = { ...person, data: { ...person.data, role } } as unknown as Entry
    expect(weeklyReads(libraryOf([entry]))[0]?.text).toBe('a-person：示例岗位')
  })
})
