import { describe, expect, test } from 'vitest'
import type { CitedFact } from '../content/library.ts'
import { source } from '../model/sources.ts'
import { storyboard } from '../model/storyboards.ts'
import { Frames, restOf } from './frames.ts'
import { layouts } from './layout.ts'
import { sourceFaults } from './source-faults.ts'
import { sourceLines } from './source-line.ts'

const reports: [id: string, publisher: string, published?: string][] = [
  ['one', '示例日报', '2020-10-16'],
  ['same', '示例日报', '2020-10-20'],
  ['later', '示例日报', '2024-07-02'],
  ['other', '示例新闻', '2024-07-02'],
  ['third', '示例电视台', '2021-06'],
  ['undated', '示例文集'],
]
const cited = reports.map(([id, publisher, published]): CitedFact => {
  const report = source.parse({
    ...{ id: `demo-${id}`, title: '示例报道', publisher },
    published: published ?? null,
    ...{ url: `https://example.org/${id}`, accessed: '2026-11-01', quality: 'full' },
    facts: [{ id: `${id}-f01`, statement: '他这样做。' }],
  })
  const [fact] = report.facts
  if (!fact) throw new Error('no fact')
  return { fact, source: report }
})
const facts = new Map(cited.map((one) => [one.fact.id, one]))

function filmOf(shot: object, sources = {}) {
  const data = storyboard.parse({
    title: '示例',
    subject: '示例人',
    field: '示例',
    palette: 'dark',
    cover: 1,
    sources,
    chapters: [{ title: '起头', shots: [{ seconds: 6, say: '他先看一看。', ...shot }] }],
  })
  return { slug: 'demo', storyboard: data, facts, words: [] }
}
const cites = (...ids: string[]) => ids.map((id) => `${id}-f01`)
const key = { show: 'object', motif: 'key', words: '钥匙' }
const linesOf = (ids: string[], sources = {}) => {
  const film = filmOf({ ...key, facts: cites(...ids) }, sources)
  const [timed] = new Frames(film, layouts.wide).shots
  return timed ? sourceLines(film, timed.shot) : []
}

describe('the source line', () => {
  test.each([
    [['one'], '示例日报 2020-10'],
    [['one', 'same'], '示例日报 2020-10'],
    [['one', 'later'], '示例日报'],
    [['undated'], '示例文集'],
    [['one', 'other'], '示例日报、示例新闻'],
    [['one', 'later', 'other'], '示例日报、示例新闻'],
    [['one', 'other', 'third'], '示例日报等3个来源'],
  ])('of facts from %s is true of all of them: %s', (ids, line) => {
    expect(linesOf(ids)[0]).toBe(line)
  })

  test('uses the short names of the storyboard', () => {
    const names = { 'demo-one': '日报', 'demo-other': '日报' }
    expect(linesOf(['one', 'other'], names)[0]).toBe('日报')
  })

  test('counts sources where the names have no room', () => {
    const film = filmOf({ ...key, facts: cites('one', 'other', 'third') })
    const frames = new Frames(film, layouts.upright)
    const [timed] = frames.shots
    if (!timed) throw new Error('no shot')
    const texts = frames.nodesAt(0, restOf(timed)).flatMap((node) => 'text' in node && node.text)
    expect(texts).toContain('3个来源')
  })

  test('of an honour tells of every source, whichever its field names', () => {
    const honour = { show: 'honour', date: '2020-10-01', name: '示例奖', by: '示例单位' }
    const film = filmOf({ ...honour, facts: cites('one', 'other') })
    const [timed] = new Frames(film, layouts.wide).shots
    expect(timed && sourceLines(film, timed.shot)[0]).toBe('示例日报、示例新闻')
  })
})

describe('the check of a source line', () => {
  const messages = (data: object) => {
    const film = filmOf(data)
    return new Frames(film, layouts.wide).shots.flatMap(({ shot }) => sourceFaults(film, shot))
  }

  test('wants a written source to be one of the shot', () => {
    const shot = { ...key, facts: cites('one', 'other') }
    expect(messages({ ...shot, source: '示例新闻等2家' })).toEqual([])
    expect(messages({ ...shot, source: '示例日报 2020-10' })).toEqual([])
    expect(messages({ ...shot, source: '别的日报' })[0]).toContain('出自示例日报、示例新闻')
    expect(messages({ ...shot, source: '示例日报 2024-07' })[0]).toContain('没有一篇是那时的')
  })

  test.each([
    { show: 'calendar', date: '2020-11-01', words: '大会' },
    { show: 'honour', date: '2021-06-29', name: '示例奖', by: '示例单位' },
    {
      show: 'timeline',
      events: [
        { year: 2019, words: '开始', fact: 'one-f01' },
        { year: 2024, words: '做完', fact: 'one-f01' },
      ],
    },
  ])('finds what happened after the month it prints ($show)', (shot) => {
    expect(messages({ ...shot, facts: cites('one') })[0]).toContain('右上角的来源却是')
    expect(messages({ ...shot, facts: cites('one', 'other') })).toEqual([])
  })

  test('lets a month stand that is that of the day', () => {
    const shot = { show: 'calendar', date: '2020-10-31', words: '大会' }
    expect(messages({ ...shot, facts: cites('one') })).toEqual([])
  })
})
