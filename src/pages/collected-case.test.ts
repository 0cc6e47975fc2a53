import { expect, test } from 'vitest'
import { lentFiles, lentSource } from '../../tests/collected.ts'
import { buildLibrary } from '../content/library.ts'
import { examplePortal } from '../rules/handbook/portal.ts'
import { comparedFile } from './compared-case.ts'
import { comparedFiles } from './compared-files.ts'
import { homeView } from './home.ts'
import type { ListView } from './listing.ts'
import { measurePages, measuresView } from './measures.ts'
import { placesView } from './places.ts'
import { sitePages } from './site-map.ts'
import { timelineView } from './timeline.ts'

const own = `---
title: 本站自己的一篇
regions: [浙江省/杭州市]
topics: [组织力]
measures:
  - { name: 联盟, text: 收入600余家。, cites: [demo-f01] }
---
收入600余家[^demo-f01]。
`
const nb = lentFiles({
  id: 'nb',
  name: '宁波测试门户',
  address: 'https://nb.example.org/portal/',
  sources: [lentSource('s1', '2026-05-01'), lentSource('s2', null)],
  facts: [
    {
      ...{ id: 's1-f1', statement: '建了12个联系点。', words: [], source: 's1' },
      ...{ figure: 12, unit: '个', qualifier: 'exact' },
    },
  ],
  cases: [
    {
      slug: 'points',
      title: '<b>宁波</b>的联系点',
      short: '联系点',
      topics: ['组织力', '别处的主题'],
      measures: [{ name: '联盟', text: '建了12个联系点。', cites: ['s1-f1'] }],
      keys: ['第一点。'],
      ai: '摘要由工具起草。',
      corrections: [{ date: '2026-06-02', was: '十', now: '十二', why: '核对。' }],
      unstated: '参加人数',
    },
    { slug: 'undated', sources: ['s2'], brief: true },
    { slug: 'gone' },
  ],
  withdrawn: ['gone'],
})
const sx = lentFiles({
  id: 'sx',
  name: '本站',
  cases: [{ slug: 'points', regions: ['浙江省/绍兴市'] }],
})

function portalWith(site: string) {
  const { portal } = examplePortal([
    { path: 'content/cases/own.md', raw: false, text: own },
    {
      path: 'site.yaml',
      raw: false,
      text: `name: 示例门户\ntopics: [组织力]\n${site}`,
    },
    ...[...nb, ...sx].map((file) => ({ ...file, raw: true })),
  ])
  return buildLibrary(portal)
}
const library = portalWith('collect: [{ id: nb, from: ../nb }, { id: sx, from: ../sx }]\n')
const pages = new Map(sitePages(library).map((page) => [page.path, page]))

function list(path: string): ListView {
  const view = pages.get(path)?.view()
  if (view?.template !== 'list') throw new Error(`${path} is no list`)
  return view.props
}

test('what is collected stands in the list with its origin, and leads to it; what was withdrawn there does not', () => {
  const { cases, briefs } = list('cases/index')
  const row = cases.find(({ id }) => id === 'nb:points')
  expect(row).toMatchObject({
    href: 'https://nb.example.org/portal/cases/points.html',
    title: '<b>宁波</b>的联系点',
    who: '测试组织',
    where: '浙江宁波',
    year: '2026年',
    from: {
      name: '宁波测试门户',
      notes: ['据公开报道整理', '2026年6月2日更正过', 'AI生成内容标识：摘要由工具起草。'],
    },
  })
  expect(briefs.map(({ id }) => id)).toContain('nb:undated')
  expect([...cases, ...briefs].map(({ id }) => id)).not.toContain('nb:gone')
})

test('a portal that takes the name of this one is told apart by its id, and one without an address has no link', () => {
  const row = list('cases/index').cases.find(({ id }) => id === 'sx:points')
  expect(row?.from?.name).toBe('本站（sx）')
  expect(row).not.toHaveProperty('href')
  expect(list('cases/origin/sx').lead).toContain('没有公开网址')
})

test('lists count both and narrow to each portal', () => {
  const whole = list('cases/index')
  const origin = whole.facets.find(({ name }) => name === 'origin')
  expect(origin?.values.map(({ label, count }) => [label, count])).toEqual([
    ['本站', whole.count - 3],
    ['宁波测试门户', 2],
    ['本站（sx）', 1],
  ])
  expect(whole.collected).toBe(3)
  expect(list('cases/origin/nb').lead).toContain('宁波测试门户')
  expect(list('cases/origin/nb').lead).toContain('测试许可')
  expect(list('cases/origin/this_portal').collected).toBe(0)
  const topics = whole.facets.find(({ name }) => name === 'topic')
  expect(topics?.values.map(({ label }) => label)).not.toContain('别处的主题')
})

test('a list of nothing of this portal’s own is not offered to search engines', () => {
  expect(pages.get('cases/origin/nb')?.hidden).toBe(true)
  expect(pages.get('cases/index')?.hidden).toBeUndefined()
  expect(pages.get('cases/region/zhejiang')?.hidden).toBeUndefined()
})

test('a measure sets both side by side, each with a fact of its own portal', () => {
  const row = measurePages(library)[0]
    ?.view()
    .rows.find(({ id }) => id === 'nb:points')
  expect(row).toMatchObject({
    from: '宁波测试门户',
    much: { value: '12', after: '个' },
    source: { href: 'https://nb.example.org/portal/data/s1.html#s1-f1', text: '测试日报' },
  })
  expect(measuresView(library).measures[0]).toMatchObject({ count: 2, collected: 1 })
})

test('places and years say how many of them were collected', () => {
  const { rows, tiles, lead } = placesView(library)
  expect(lead).toMatch(/（本站\d+篇，汇集3篇）/)
  expect(rows.find(({ text }) => text === '浙江')).toMatchObject({ count: 4, collected: 3 })
  expect(tiles.find(({ name }) => name === '浙江')).toMatchObject({ count: 4, collected: 3 })
  const year = timelineView(library).years.find((one) => one.year === 2026)
  expect(year).toMatchObject({
    own: 0,
    count: '1篇案例（都是汇集来的）',
    cases: [{ text: '<b>宁波</b>的联系点（来自：宁波测试门户）', isElsewhere: true }],
  })
})

test('the home page counts and shows this portal’s own', () => {
  const { cases, drawn } = homeView(library)
  const alone = homeView(portalWith(''))
  expect(cases).toEqual(alone.cases)
  expect(drawn).toEqual(alone.drawn)
})

test('the comparison finds each in its file', () => {
  const files = new Map(Array.from(comparedFiles(library), ({ name, text }) => [name, text]))
  const name = comparedFile('nb', 'points', 1)
  const cases = JSON.parse(files.get(name) ?? '[]') as unknown[]
  expect(cases).toContainEqual(
    expect.objectContaining({
      id: 'nb:points',
      shortTitle: '联系点',
      points: ['第一点。'],
      measures: [{ name: '联盟', text: '建了12个联系点。' }],
      unstated: '参加人数',
      source: '测试日报，2026年5月1日',
      from: '宁波测试门户',
    }),
  )
  expect([...files.keys()].some((path) => path.startsWith('compare/sx/'))).toBe(true)
})

test('a portal that is no longer named is gone, and so is every trace of the others', () => {
  const alone = portalWith('')
  expect(alone.collected).toEqual([])
  expect(sitePages(alone).map(({ path }) => path)).not.toContain('cases/origin/this_portal')
})
