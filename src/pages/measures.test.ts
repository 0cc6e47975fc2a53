import { expect, test } from 'vitest'
import { buildLibrary, published } from '../content/library.ts'
import { examplePortal } from '../rules/handbook/portal.ts'
import { measurePages, measuresView } from './measures.ts'
import { drawnTopic } from './drawn-cases.ts'
import { listedCases } from './listed-case.ts'
import { listPages } from './listing.ts'
import { placesView } from './places.ts'
import { timelineView } from './timeline.ts'

const { portal } = examplePortal([
  {
    path: 'content/cases/told.md',
    raw: false,
    text: `---
regions: [广东省/广州市/花都区]
measures:
  - { name: 联盟, text: 63家是市级重点。, cites: [demo-f02, demo-f01] }
---
收入600余家[^demo-f01]，其中63家[^demo-f02]是市级重点。
`,
  },
  {
    path: 'content/cases/short.md',
    raw: false,
    text: `---
title: 一件小事
regions: [内蒙古自治区/阿拉善盟, 全国]
brief: true
measures:
  - { name: 联盟, text: 收入600余家。, cites: [demo-f01] }
---
收入600余家[^demo-f01]。
`,
  },
])
const library = buildLibrary(portal)
const cases = published(library, 'cases').length

test('a measure is a table: who, where, how, and the number that its facts state, with its 余', () => {
  const pages = measurePages(library)
  expect(pages.map(({ path }) => path)).toEqual(['cases/measure/alliance'])
  const rows = pages[0]?.view().rows ?? []
  expect(rows.map(({ id, where, how }) => [id, where, how])).toEqual([
    ['short', '内蒙古阿拉善、全国', '收入600余家。'],
    ['told', '广东广州', '63家是市级重点。'],
  ])
  expect(rows.map(({ much }) => [much?.value, much?.after])).toEqual([
    ['600', '余家'],
    ['63', '家'],
  ])
  expect(rows[0]?.source?.href).toMatch(/^\/data\/.+\.html#demo-f01$/)
})

test('the index counts the cases of each measure, and leaves out what no case did', () => {
  expect(measuresView(library).measures.map(({ text, count }) => [text, count])).toEqual([
    ['联盟', 2],
  ])
})

test('a case stands under every province it is of, and the country below its parts', () => {
  const { rows, tiles, without } = placesView(library)
  expect(rows.at(-1)?.text).toBe('全国')
  const counted = Object.fromEntries(rows.map(({ text, count }) => [text, count]))
  expect(counted).toMatchObject({ 广东: 1, 内蒙古: 1, 全国: 1 })
  const tile = (name: string) => tiles.find((one) => one.name === name)
  expect(tile('内蒙古')).toMatchObject({ count: 1, level: 1, href: '/cases/region/neimenggu.html' })
  expect(tile('青海')).toMatchObject({ count: 0, level: 0 })
  expect(tile('青海')).not.toHaveProperty('href')
  expect(without).toBe(34 - rows.length + 1)
})

test('a year has the cases whose sources came out in it; what is undated stands last', () => {
  const { years } = timelineView(library)
  expect(years.flatMap((year) => year.cases).length).toBe(cases)
  const dated = years.flatMap(({ year }) => year ?? [])
  expect(dated).toEqual([...dated].sort((a, b) => b - a))
})

test('the map of a topic counts its own cases and leads into a table that names them', () => {
  const drawn = drawnTopic(library, listedCases(library))
  const tile = drawn?.map.tiles.find(({ name }) => name === '内蒙古')
  const row = drawn?.rows.find(({ id }) => `#${id}` === tile?.href)
  expect(row).toMatchObject({ name: '内蒙古', cases: [{ text: '一件小事' }] })
  expect(row?.cases).toHaveLength(tile?.count ?? 0)
  const [one] = listedCases(library)
  expect(drawnTopic(library, one ? [one] : [])).toBeUndefined()
})

test('the list of cases is drawn on its first page, and has a list of every year of sources', () => {
  const pages = listPages(library).filter(({ path }) => path.startsWith('cases/'))
  const [whole, ...narrowed] = pages
  expect(whole?.view().drawn?.map.cases).toBe(cases)
  expect(narrowed.flatMap((page) => page.view().drawn ?? [])).toEqual([])
  const years = whole?.view().facets.find(({ name }) => name === 'year')?.values ?? []
  expect(years.reduce((sum, { count }) => sum + count, 0)).toBe(cases)
  for (const { value, href, count } of years) {
    const list = narrowed.find(({ path }) => `/${path}.html` === href)?.view()
    expect(list?.count, value).toBe(count)
    expect(list?.lead).toMatch(/^来源(刊发于\d{4}年|没有写日期)的\d+篇/)
  }
})
