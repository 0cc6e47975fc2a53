import { describe, expect, it } from 'vitest'
import { buildSearchIndex } from '../build.ts'
import type { SearchDocument } from '../build.ts'
import { createSearcher, type SearchResult } from '../query.ts'
import { placeOfTitle } from '../format/vocabulary.ts'
import { tokenize } from './tokenize.ts'
import { insideNumber, spellFigure, extractFigures } from './figures.ts'

const documentOf = (
  id: string,
  title: string,
  text: string,
  places: string[] = [],
): SearchDocument => ({
  id,
  path: `/${id}.html`,
  title,
  kind: 'cases',
  kindLabel: '案例',
  date: '2021-09-13',
  facets: { collection: '案例' },
  places,
  sections: [{ field: 'body', text }],
})

const documents = [
  documentOf('points', '联系点怎么建', '党组织的领导联系重点企业。', ['浙江省', '杭州市']),
  documentOf('base', '摸清底数', '数据库扩充到600余家，其中63家是重点。', ['浙江省', '杭州市']),
  documentOf('south', '南方的底数', '这里有互联网企业1600多家。', ['福建']),
  documentOf('steps', '步数换善款', '网民每走5000步，折算1元善款。', ['浙江省', '杭州市']),
  documentOf('law', '个人信息保护法讲了什么', '收集以前要取得同意。'),
  documentOf('choir', '一场合唱', '报名的有一万八千人，名次由大众投票决出。', ['山西', '晋城']),
]
const lexicon = {
  words: ['联系点', '个人信息保护法'],
  same: [['个保法', '个人信息保护法']],
  near: [['捐款', '善款']],
}
const files = new Map(
  [...buildSearchIndex(documents, { facets: ['collection'], lexicon })].map(({ name, bytes }) => [
    name,
    bytes,
  ]),
)

function search(query: string, options = {}): Promise<SearchResult> {
  const searcher = createSearcher({
    async fetchFile(name) {
      const bytes = files.get(name)
      if (!bytes) throw new Error('404')
      return bytes
    },
  })
  return searcher.search(query, options)
}
const near = async (query: string): Promise<string[]> =>
  (await search(query)).near.hits.map(({ path }) => path.slice(1, -5))

describe('soft coverage', () => {
  it.each([
    ['联系点是怎么建立的', 'points'],
    ['党组织联系点', 'points'],
    ['合唱 投票 名次 奖金', 'choir'],
    ['个保法', 'law'],
    ['个保法 同意', 'law'],
    ['捐款 步数', 'steps'],
    ['五千步', 'steps'],
    ['5千步换多少钱', 'steps'],
    ['1.8万人', 'choir'],
    ['18000人', 'choir'],
    ['600家', 'base'],
    ['六百多家', 'base'],
    ['福建 企业 底数', 'south'],
    ['浙江 重点企业', 'points'],
  ])('answers %s with %s first', async (query, first) => {
    const result = await search(query)
    const [best] = [...result.hits, ...result.near.hits]
    expect(best?.path).toBe(`/${first}.html`)
    expect(result).toMatchObject({ degraded: false, suggestions: [] })
  })

  it('finds what lies in a place without naming it', async () => {
    expect((await near('浙江')).sort()).toEqual(['base', 'points', 'steps'])
    expect(await near('浙江省')).toHaveLength(3)
  })

  it('never takes a longer number for the one asked', async () => {
    expect(await near('600家')).not.toContain('south')
    expect(await near('六百家')).not.toContain('south')
  })

  it('says what is missing, and by which other words it found', async () => {
    const { near: found } = await search('600家 合唱队')
    const base = found.hits.find(({ path }) => path === '/base.html')
    expect(base?.missing).toContain('合唱')
    expect((await search('600家')).near.also).toContain('600余家')
    expect((await search('个保法')).near.also).toEqual(['个人信息保护法'])
  })

  it('marks the words it found', async () => {
    const [hit] = (await search('联系点是怎么建立的')).near.hits
    const marked = hit?.titleRanges.map(({ start, end }) => hit.title.slice(start, end))
    expect(marked).toEqual(['联系点'])
  })

  it('stands below exact hits, which it does not repeat', async () => {
    const result = await search('底数')
    const paths = [...result.hits, ...result.near.hits].map(({ path }) => path)
    expect(result.hits).toHaveLength(2)
    expect(new Set(paths).size).toBe(paths.length)
  })

  it('shows nothing for what nothing covers', async () => {
    expect(await near('量子纠缠实验')).toEqual([])
  })

  it('keeps to the chosen facets', async () => {
    const chosen = await search('联系点是怎么建立的', { facets: { collection: ['视频'] } })
    expect(chosen.near.hits).toEqual([])
  })

  it('goes without the vocabulary, and says that something is missing', async () => {
    const left = new Map([...files].filter(([name]) => !name.includes('vocabulary')))
    const { near: found, degraded } = await createSearcher({
      fetchFile: async (name) => left.get(name) ?? Promise.reject(new Error('404')),
    }).search('合唱 投票 奖金')
    expect(found.hits[0]?.path).toBe('/choir.html')
    expect(degraded).toBe(true)
  })
})

describe('rules of one place and of all', () => {
  const text = '电梯使用单位应当定期维护。'
  const rules = ['电梯安全条例', '浙江省电梯安全条例', '杭州市电梯安全条例']
  const built = new Map(
    [...buildSearchIndex(rules.map((title) => documentOf(title, title, text)))].map(
      ({ name, bytes }) => [name, bytes],
    ),
  )
  const searcher = createSearcher({
    fetchFile: async (name) => built.get(name) ?? Promise.reject(new Error('404')),
  })

  it.each([
    ['电梯坏了谁来维护', '电梯安全条例'],
    ['浙江的电梯谁来维护', '浙江省电梯安全条例'],
    ['杭州的电梯谁来维护', '杭州市电梯安全条例'],
  ])('answers %s with %s first', async (query, first) => {
    const { near: found } = await searcher.search(query)
    expect(found.hits).toHaveLength(3)
    expect(found.hits[0]?.title).toBe(first)
  })

  it.each([
    ['浙江省水污染防治条例', '浙江省'],
    ['景宁畲族自治县水资源管理条例', '景宁畲族自治县'],
    ['深圳经济特区绿色建筑条例', '深圳经济特区'],
    ['城市绿化条例', ''],
    ['集市怎么管', ''],
    ['劳动合同法', ''],
  ])('takes the place of %s for “%s”', (title, place) => {
    expect(placeOfTitle(title)).toBe(place)
  })
})

const twelve = Array.from({ length: 12 }, (_, i) => i)

it.each(twelve)('reads a few more texts than it shows, entry %i being the best', async (best) => {
  const filler = '这里讲别的事情。'.repeat(20)
  // The lists know three mentions from one, and not eight from three.
  const textOf = (i: number): string =>
    `${filler}${'桃花源记'.repeat(i === best ? 8 : 3)}，另讲渔人`
  const alike = twelve.map((i) => documentOf(`entry${i}`, `第${i}篇`, textOf(i)))
  const built = new Map([...buildSearchIndex(alike)].map(({ name, bytes }) => [name, bytes]))
  const searcher = createSearcher({
    fetchFile: async (name) => built.get(name) ?? Promise.reject(new Error('404')),
  })
  const { near: found } = await searcher.search('渔人和桃花源记有什么关系')
  expect(found.hits).toHaveLength(10)
  expect(found.hits[0]?.title).toBe(`第${best}篇`)
})

describe('figures', () => {
  it.each([
    ['六百余家', [600, '余', '家']],
    ['600家', [600, '', '家']],
    ['1.8万名党员', [18000, '', '名']],
    ['3500余万元', [35_000_000, '余', '元']],
    ['105万多人次', [1_050_000, '多', '人次']],
    ['两千多家', [2000, '多', '家']],
    ['5千步', [5000, '', '步']],
    ['6个月', [6, '', '个月']],
    ['一万八千', [18000, '', '']],
  ])('reads %s', (text, [value, qualifier, unit]) => {
    expect(extractFigures(text).figures).toEqual([{ value, qualifier, unit }])
  })

  it.each(['三会一课', '百家网企', '两新组织', 'H5', '1+7+N', '第二十条', '一协会两联盟'])(
    'takes no figure from %s',
    (text) => expect(extractFigures(text)).toEqual({ figures: [], rest: text }),
  )

  it('spells the very figure first, then the qualified ones', () => {
    const spelled = spellFigure({ value: 600, qualifier: '', unit: '家' })
    const weightOf = (text: string): number =>
      spelled.find(({ runs }) => runs.join('') === text)?.weight ?? 0
    expect(spelled[0]).toEqual({ runs: ['600家'], weight: 1 })
    expect(weightOf('六百家')).toBe(1)
    expect(weightOf('600余家')).toBeLessThan(1)
    expect(weightOf('600')).toBeLessThan(weightOf('600余家'))
  })

  it.each([
    ['1600余家', 1, 4, true],
    ['6000家', 0, 3, true],
    ['一千六百家', 2, 4, true],
    ['共600余家', 1, 4, false],
  ])('tells whether %s has it as part of a longer number', (text, start, end, inside) => {
    expect(insideNumber(text, start, end)).toBe(inside)
  })
})

it('yields after each unit and each text, so that a page may have a turn', async () => {
  const fetchFile = async (name: string): Promise<Uint8Array> =>
    files.get(name) ?? Promise.reject(new Error('404'))
  let turns = 0
  const yieldToMain = async (): Promise<void> => {
    turns++
    await new Promise((resolve) => setTimeout(resolve))
  }
  const query = '合唱 投票 名次 善款'
  const result = await createSearcher({ fetchFile, yieldToMain }).search(query)
  expect(result).toEqual(await search(query))
  const [units, texts] = [4, result.near.hits.length]
  expect(turns).toBeGreaterThanOrEqual(units + texts)
})

describe('what a first visit costs', () => {
  /** How often files are waited for, all that are asked for at once arriving together. */
  async function roundsOf(query: string): Promise<number> {
    let rounds = 0
    let arrive: (() => void)[] = []
    const fetchFile = (name: string): Promise<Uint8Array> =>
      new Promise((resolve, reject) => {
        const bytes = files.get(name)
        if (arrive.length === 0)
          setTimeout(() => {
            rounds++
            const all = arrive
            arrive = []
            all.forEach((one) => one())
          }, 20)
        arrive.push(() => (bytes ? resolve(bytes) : reject(new Error('404'))))
      })
    // Code is loaded beforehand: it would be waited for as well.
    await search(query)
    await createSearcher({ fetchFile }).search(query)
    return rounds
  }

  it.each([
    ['党组织的领导怎么联系重点企业', 4],
    ['步数善款', 5],
    ['浙江底数', 5],
  ])('answers %s within %i rounds', async (query, most) => {
    expect(await roundsOf(query)).toBeLessThanOrEqual(most)
  })
})

describe('cut', () => {
  const words = new Set(['联系点', '联系', '党建', '怎样'])
  const pieces = (run: string): string[] =>
    tokenize(run, words)
      .filter(({ kind }) => kind !== 'particle')
      .map(({ text }) => text)

  it.each([
    ['党建联系点', ['党建', '联系点']],
    ['联系点怎么建立', ['联系点', '建立']],
    ['报警要收费吗', ['报警', '收费']],
    ['会议的名单', ['会议', '名单']],
  ])('cuts %s', (run, expected) => {
    expect(pieces(run)).toEqual(expected)
  })
})
