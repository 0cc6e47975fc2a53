import { describe, expect, it } from 'vitest'
import { buildSearchIndex } from '../build.ts'
import type { SearchDocument } from '../build.ts'
import { createSearcher, type SearchResult } from '../query.ts'
import fc from '../../../tests/fast-check.ts'

const documents: SearchDocument[] = [
  {
    id: '/cases/charity',
    path: '/cases/charity.html',
    title: '“西湖汇”网络公益联盟怎样做项目',
    kind: 'cases',
    kindLabel: '案例',
    date: '2021-09-13',
    facets: { collection: '案例', year: '2021' },
    sections: [
      { field: 'summary', text: '数据库扩充至600余家企业。' },
      {
        field: 'body',
        text: '其中63家列为重点。使用 Linux 系统。\n第二十条 平台要做评估。工人开店。',
        anchor: 'work',
      },
    ],
  },
  {
    id: '/videos/talk',
    path: '/videos/talk.html',
    title: '一段讲解',
    kind: 'videos',
    kindLabel: '视频',
    date: '2022-01-01',
    facets: { collection: '视频' },
    sections: [
      { field: 'transcript', text: '各地成立互联网行', at: 3 },
      { field: 'transcript', text: '业党委,参加网络公益', at: 6.5 },
    ],
  },
  {
    id: '/cases/other',
    path: '/cases/other.html',
    title: '联系点进企业',
    kind: 'cases',
    kindLabel: '案例',
    date: '2020-05-01',
    facets: { collection: '案例' },
    sections: [{ field: 'body', text: '选定163家企业。網絡安全。党建联系点。'.repeat(3) }],
  },
]

const files = new Map(
  [...buildSearchIndex(documents, { facets: ['collection'] })].map(({ name, bytes }) => [
    name,
    bytes,
  ]),
)

function searcherOver(site: Map<string, Uint8Array>) {
  return createSearcher({
    async fetchFile(name) {
      const bytes = site.get(name)
      if (!bytes) throw new Error('404')
      return bytes
    },
  })
}
const search = (query: string, options = {}): Promise<SearchResult> =>
  searcherOver(files).search(query, options)
const paths = ({ hits }: SearchResult): string[] => hits.map(({ path }) => path)

it('shows the spelling that was typed before another of the same', async () => {
  const [first] = documents
  const spelled = (id: string, text: string, date: string): SearchDocument[] =>
    first ? [{ ...first, id, path: `${id}.html`, date, sections: [{ field: 'body', text }] }] : []
  const both = [
    ...spelled('/cases/han', '依照第二十条办理。', '2022-01-01'),
    ...spelled('/cases/digits', '依照第20条办理。', '2020-01-01'),
  ]
  const built = new Map([...buildSearchIndex(both)].map(({ name, bytes }) => [name, bytes]))
  const found = await searcherOver(built).search('第20条')
  expect(paths(found)).toEqual(['/cases/digits.html', '/cases/han.html'])
})

it('shows the number asked before a longer one, whatever stands in a title', async () => {
  const [first] = documents
  const numbered = (id: number, title: string, text: string): SearchDocument[] =>
    first
      ? [
          {
            ...first,
            id: `/c/${id}`,
            path: `/${id}.html`,
            title,
            sections: [{ field: 'body', text }],
          },
        ]
      : []
  const all = [
    ...Array.from({ length: 30 }, (_, id) => numbered(id, `第${id}篇有1600余家`, '别的')).flat(),
    ...numbered(99, '一篇', '正文里写着600余家。'),
  ]
  const built = new Map([...buildSearchIndex(all)].map(({ name, bytes }) => [name, bytes]))
  expect(paths(await searcherOver(built).search('600余家'))[0]).toBe('/99.html')
})

it('finds the one text with a string among many that only have its parts', async () => {
  const [first] = documents
  if (!first) throw new Error('no document')
  const text = (id: number, words: string, date: string): SearchDocument => ({
    ...first,
    id: `/cases/${id}`,
    path: `/cases/${id}.html`,
    title: `第${id}篇`,
    date,
    sections: [{ field: 'body', text: words }],
  })
  // Each pair of 金的安 stands in all of them, and the whole only in the oldest.
  const parts = Array.from({ length: 150 }, (_, id) =>
    text(id, '资金的管理要看账，人民的安全放在前。', '2022-01-01'),
  )
  const all = [text(200, '保障资金的安全。', '2001-01-01'), ...parts]
  const built = new Map([...buildSearchIndex(all)].map(({ name, bytes }) => [name, bytes]))
  expect(paths(await searcherOver(built).search('金的安'))).toEqual(['/cases/200.html'])
})

describe('search', () => {
  it.each([
    ['网络公益', ['/cases/charity.html', '/videos/talk.html']],
    ['網絡公益', ['/cases/charity.html', '/videos/talk.html']],
    ['网络安全', ['/cases/other.html']],
    ['互联网行业党委', ['/videos/talk.html']],
    ['63家', ['/cases/charity.html', '/cases/other.html']],
    ['63 家', ['/cases/charity.html', '/cases/other.html']],
    ['600余家', ['/cases/charity.html']],
    ['第20条', ['/cases/charity.html']],
    ['２０２１－０９－１３', ['/cases/charity.html']],
    ['使用linux', ['/cases/charity.html']],
    ['lin', ['/cases/charity.html']],
    ['《西湖汇》', ['/cases/charity.html']],
    ['公益 重点', ['/cases/charity.html']],
    ['汇', ['/cases/charity.html']],
  ])('finds %s', async (query, expected) => {
    const result = await search(query)
    expect(paths(result)).toEqual(expected)
    expect(result).toMatchObject({ degraded: false, unavailable: false })
    expect(result.correction).toBeUndefined()
  })

  it.each([
    ['wangluogongyi', '网络公益'],
    ['wang luo gong yi', '网络公益'],
    ['wangluogongy', '网络公益'],
    ['wlgy', '网络公益'],
    ['lianxidian', '联系点'],
    ['网络gongyi', '网络公益'],
    ['dangjian联系点', '党建联系点'],
    ['使用 gongyi', '使用 公益'],
  ])('reads the letters of %s as pinyin', async (original, used) => {
    const result = await search(original)
    expect(result.correction).toEqual({ original, used })
    expect(result.hits.length).toBeGreaterThan(0)
  })

  it.each([
    ['网络工益', '网络公益'],
    ['党建联系店', '党建联系点'],
  ])('mends %s below all else', async (original, used) => {
    const result = await search(original)
    expect(result).toMatchObject({ hits: [], mended: { used } })
    expect(result.correction).toBeUndefined()
    expect(result.mended?.hits.length).toBeGreaterThan(0)
  })

  it.each(['六百余家', '六百三十家', '163所'])('never mends the numeral of %s', async (query) => {
    expect((await search(query)).mended).toBeUndefined()
  })

  it('mends a run of four characters by its sound alone', async () => {
    expect((await search('网络明益')).mended).toBeUndefined()
    expect((await search('网络明益联盟')).mended?.used).toBe('网络公益联盟')
  })

  it('leaves the words of the vocabulary as they are', async () => {
    const lexicon = { words: ['网络工益'], same: [], near: [] }
    const built = new Map(
      [...buildSearchIndex(documents, { lexicon })].map(({ name, bytes }) => [name, bytes]),
    )
    expect((await searcherOver(built).search('网络工益')).mended).toBeUndefined()
  })

  it('searches what was typed when asked to', async () => {
    const result = await search('网络工益', { literal: true })
    expect(result).toMatchObject({ hits: [], near: { hits: [] }, suggestions: [] })
    expect(result.mended).toBeUndefined()
  })

  it('tells of its exact hits before it looks for more', async () => {
    const reported: SearchResult[] = []
    const result = await search('63家', {
      onPartial: (exact: SearchResult) => reported.push(exact),
    })
    expect(reported).toEqual([{ ...result, near: reported[0]?.near, more: true }])
  })

  it('tells of what comes near before it mends', async () => {
    const reported: SearchResult[] = []
    const result = await search('网络工益 党委', {
      onPartial: (partial: SearchResult) => reported.push(partial),
    })
    const [, near] = reported
    expect(near?.near.hits.length).toBeGreaterThan(0)
    expect(near).toEqual({ ...result, mended: near?.mended, more: true })
  })

  it('opens a video at the cue where the words begin', async () => {
    const [hit] = (await search('互联网行业党委')).hits
    expect(hit).toMatchObject({ at: 3, field: 'transcript' })
  })

  it('marks the very words, in the original spelling', async () => {
    const [hit] = (await search('使用LINUX')).hits
    const { text, ranges } = hit?.snippet ?? { text: '', ranges: [] }
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['使用 Linux'])
    expect(hit?.anchor).toBe('work')
  })

  it('counts and keeps facets', async () => {
    const options = { facets: { collection: ['视频'] }, counts: ['collection'] }
    const result = await search('网络公益', options)
    expect(paths(result)).toEqual(['/videos/talk.html'])
    expect(result.counts.collection).toEqual([
      { value: '案例', count: 1 },
      { value: '视频', count: 1 },
    ])
  })

  it('narrows by no facet that the index does not have', async () => {
    const options = { facets: { year: ['1999'] }, counts: ['year'] }
    const result = await search('网络公益', options)
    expect(result).toMatchObject({ total: 2, counts: {}, degraded: false })
  })

  it('suggests titles when nothing else is like the query', async () => {
    const { hits, near, suggestions } = await search('lianxudian')
    expect([...hits, ...near.hits]).toEqual([])
    expect(suggestions.map(({ path }) => path)).toContain('/cases/other.html')
  })

  it('takes anything, and quickly', async () => {
    const { search: ask } = searcherOver(files)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 150 }), async (query) => {
        expect(await ask(query)).toMatchObject({ degraded: false, unavailable: false })
      }),
      { numRuns: 60 },
    )
    expect(await ask('党建引领互联网企业'.repeat(12))).toMatchObject({ degraded: false })
  })
})

describe('a damaged or changed site', () => {
  it('says so when there is no index', async () => {
    expect(await searcherOver(new Map()).search('党建')).toMatchObject({
      hits: [],
      unavailable: true,
    })
  })

  it('degrades when shards are damaged or missing', async () => {
    const damaged = new Map(
      [...files].map(([name, bytes]) => [name, name.includes('/g-') ? bytes.slice(1) : bytes]),
    )
    expect(await searcherOver(damaged).search('网络公益')).toMatchObject({ degraded: true })
    const missing = new Map([...files].filter(([name]) => !name.includes('/t-')))
    expect(await searcherOver(missing).search('网络公益')).toMatchObject({
      hits: [],
      degraded: true,
    })
  })

  it('reloads the manifest once after a deploy', async () => {
    const [first, ...rest] = documents
    const changed = first ? [{ ...first, sections: [] }, ...rest] : rest
    const later = new Map([...buildSearchIndex(changed)].map(({ name, bytes }) => [name, bytes]))
    const site = new Map(files)
    const searcher = searcherOver(site)
    await searcher.warm()
    site.clear()
    for (const [name, bytes] of later) site.set(name, bytes)
    const result = await searcher.search('网络公益')
    expect(paths(result)).toEqual(['/cases/charity.html', '/videos/talk.html'])
    expect(result.degraded).toBe(false)
  })
})
