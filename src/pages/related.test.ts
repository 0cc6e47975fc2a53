import { describe, expect, it } from 'vitest'
import { buildLibrary } from '../content/library.ts'
import type { Entry, Library } from '../content/library.ts'
import { examplePortal } from '../rules/handbook/portal.ts'
import { Relations } from './related.ts'

const { portal } = examplePortal([])
const example = buildLibrary(portal)
const model = example.entries.find(({ collection }) => collection === 'cases')
if (model?.collection !== 'cases') throw new Error('the example portal has no case')
const { data } = model

type Shared = Pick<typeof data, 'unit' | 'topics' | 'regions'> & Partial<typeof data>

function caseAt(slug: string, shared: Shared): Entry {
  const path = `/cases/${slug}`
  const plain = { organizations: [], related: [], date: '2026-01-01', title: slug }
  return {
    ...model,
    slug,
    path,
    url: `${path}.html`,
    data: { ...data, ...plain, ...shared },
  } as Entry // Spreading a union forgets that it is a case.
}

function libraryOf(entries: Entry[]): Library {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]))
  return { ...example, entries, byPath }
}

const cards = (library: Library, path: string, count?: number) => {
  const entry = library.byPath.get(path)
  if (!entry) throw new Error(`no entry at ${path}`)
  return new Relations(library).of(entry, count).map(({ title, eyebrow }) => `${title}: ${eyebrow}`)
}

describe('related entries', () => {
  it('stand by how much they share, an organization counting as two topics', () => {
    const library = libraryOf([
      caseAt('self', { unit: 'a', topics: ['甲', '乙'], regions: ['浙江省/杭州市'] }),
      caseAt('same-region', { unit: 'b', topics: [], regions: ['浙江省'] }),
      caseAt('same-topic', { unit: 'c', topics: ['甲'], regions: [] }),
      caseAt('same-unit', { unit: 'a', topics: [], regions: [] }),
      caseAt('two-topics-and-region', { unit: 'd', topics: ['甲', '乙'], regions: ['浙江省'] }),
      caseAt('nothing', { unit: 'e', topics: ['丙'], regions: [] }),
    ])
    expect(cards(library, '/cases/self', 9)).toEqual([
      'two-topics-and-region: 案例 · 甲',
      'same-unit: 案例 · 同一组织',
      'same-topic: 案例 · 甲',
      'same-region: 案例 · 浙江省',
    ])
  })

  it('begin with the editor’s own choice, once', () => {
    const shared = { topics: ['甲'], regions: [] }
    const library = libraryOf([
      caseAt('self', { ...shared, unit: 'a', related: ['/cases/chosen'] }),
      caseAt('chosen', { unit: 'z', topics: [], regions: [] }),
      caseAt('other', { ...shared, unit: 'b' }),
    ])
    expect(cards(library, '/cases/self')).toEqual(['chosen: 案例 · 编辑推荐', 'other: 案例 · 甲'])
  })

  it('are shown beside a draft, and a draft beside nothing', () => {
    const shared = { unit: 'a', topics: ['甲'], regions: [] }
    const draft = caseAt('draft', { ...shared, status: 'draft' })
    const library = libraryOf([draft, caseAt('one', shared)])
    expect(cards(library, '/cases/draft')).toEqual(['one: 案例 · 同一组织'])
    expect(cards(library, '/cases/one')).toEqual([])
  })

  it('are found also where everybody shares the same topic', () => {
    const library = libraryOf(portalOf(1000, alike))
    const relations = new Relations(library)
    for (const entry of library.entries) expect(relations.of(entry)).toHaveLength(3)
  })
})

type Make = (index: number, count: number) => Shared

/** A fifth as many units as cases, one to three of seventeen topics, half of them in one province. */
const varied: Make = (index, count) => ({
  unit: `u${Math.imul(index, 40503) % Math.ceil(count / 5)}`,
  topics: [
    ...new Set([7, 11, 13].slice(0, 1 + (index % 3)).map((step) => `主题${(index * step) % 17}`)),
  ],
  regions: [index % 2 === 0 ? '浙江省/杭州市' : `省${index % 30}`],
  date: `20${10 + (index % 16)}-0${1 + (index % 9)}-11`,
})

/** Each its own unit, five topics: at a thousand, two hundred share each. */
const alike: Make = (index) => ({ unit: `u${index}`, topics: [`主题${index % 5}`], regions: [] })

function portalOf(count: number, make: Make): Entry[] {
  return Array.from({ length: count }, (_, index) => caseAt(`c${index}`, make(index, count)))
}

describe.each([60, 999, 1000, 5000])('among %i entries', (count) => {
  it.each(Object.entries({ varied, alike }))(
    'an addition changes few other pages (%s)',
    (_, make) => {
      const all = portalOf(count, make)
      const before = shownOn(all)
      for (const turn of count > 1000 ? [1, 2] : [1, 2, 3, 4, 5]) {
        const after = shownOn([...all, caseAt(`new-${turn}`, make(turn * 37, count))])
        const changed = all.filter(({ path }) => before.get(path) !== after.get(path))
        expect(changed.length).toBeLessThanOrEqual(12)
      }
    },
  )
})

/** The cards of every page, by its path. */
function shownOn(entries: Entry[]): Map<string, string> {
  const relations = new Relations(libraryOf(entries))
  return new Map(entries.map((entry) => [entry.path, JSON.stringify(relations.of(entry))]))
}
