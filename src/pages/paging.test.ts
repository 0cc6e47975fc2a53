import { expect, test } from 'vitest'
import { buildLibrary } from '../content/library.ts'
import { cutIntoPages, pagerOf } from './paging.ts'

const library = buildLibrary({
  root: '',
  entries: [],
  seeds: [],
  media: [],
  captions: [],
  issues: [],
  site: { path: 'site.yaml', text: 'name: 门户\nbase: /a/\n' },
})

test('an empty list has one page', () => {
  expect(cutIntoPages('cases/index', [], 60)).toEqual([
    { path: 'cases/index', index: 0, count: 1, items: [] },
  ])
})

test('every item stands on one page, in order', () => {
  const items = Array.from({ length: 125 }, (_, index) => index)
  const pages = cutIntoPages('cases/index', items, 60)
  expect(pages.map(({ path }) => path)).toEqual(['cases/index', 'cases/index-2', 'cases/index-3'])
  expect(pages.flatMap((page) => page.items)).toEqual(items)
  expect(pages.map((page) => page.items.length)).toEqual([60, 60, 5])
})

test('an item that outweighs a page has one to itself', () => {
  const pages = cutIntoPages('data/figures/index', [30, 500, 40, 50], 100, (rows) => rows)
  expect(pages.map((page) => page.items)).toEqual([[30], [500], [40, 50]])
})

test('a pager leads to neighbours, both ends, and the pages around', () => {
  const pager = pagerOf(library, 'cases/index', { index: 6, count: 159 }, '全部')
  expect(pager.previous?.href).toBe('/a/cases/index-6.html')
  expect(pager.next?.href).toBe('/a/cases/index-8.html')
  expect(pager.label).toBe('第7页，共159页')
  const shown = pager.pages.map(({ text, current, afterGap }) =>
    [afterGap ? '…' : '', text, current ? '*' : ''].join(''),
  )
  expect(shown).toEqual(['1', '…6', '7*', '8', '…159'])
})

test('one page leads nowhere', () => {
  expect(pagerOf(library, 'x', { index: 0, count: 1 }, '已显示全部3篇')).toEqual({
    pages: [],
    label: '已显示全部3篇',
  })
})
