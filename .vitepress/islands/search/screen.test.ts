import { expect, test } from 'vitest'
import type { Hit, SearchResult } from '../../../src/search/query.ts'
import { screenOf, spokenText, type Moment } from './screen.ts'

const empty: SearchResult = {
  hits: [],
  total: 0,
  approximate: false,
  counts: {},
  near: { hits: [], also: [], coverage: 0, strange: false },
  suggestions: [],
  degraded: false,
  unavailable: false,
}
const moment = (changes: Partial<Moment>): Moment => ({
  query: '公益',
  result: empty,
  slow: false,
  broken: false,
  online: true,
  settled: true,
  ...changes,
})

const hit: Hit = {
  path: '/cases/a.html',
  title: '联系点怎么建',
  titleRanges: [],
  kind: 'cases',
  kindLabel: '案例',
  score: 1,
  snippet: { text: '', ranges: [] },
  field: 'title',
}
const near = { ...empty.near, hits: [{ ...hit, missing: [] }] }

test.each(['👍', '？？', ' ', '——'])('%s is no query', (query) => {
  expect(screenOf(moment({ query }))).toBe('start')
})

test('letters on their way to a word are answered quietly', () => {
  const typing = { settled: false, query: 'wan' }
  expect(screenOf(moment(typing))).toBe('quiet')
  expect(screenOf(moment({ ...typing, settled: true }))).toBe('nothing')
  const correction = { used: '网', original: 'wan' }
  const read = { ...empty, hits: [hit], correction }
  expect(screenOf(moment({ ...typing, result: read }))).toBe('quiet')
  expect(screenOf(moment({ ...typing, query: 'wangluo', result: read }))).toBe('results')
  // A word of letters that stands there as it is.
  expect(screenOf(moment({ ...typing, query: 'h5', result: { ...empty, hits: [hit] } }))).toBe(
    'results',
  )
  expect(screenOf(moment({ settled: false, query: '网' }))).toBe('nothing')
})

test('what is near counts as found', () => {
  expect(screenOf(moment({ result: { ...empty, near } }))).toBe('results')
  expect(spokenText('results', { ...empty, near })).toBe('没有完全一样的，有1条相近的。')
  expect(spokenText('results', { ...empty, hits: [hit], total: 1, near })).toBe(
    '找到1条。还有1条相近的。',
  )
  const mended = { used: '网络公益', hits: [hit, hit] }
  expect(spokenText('results', { ...empty, mended })).toBe('没有找到，按“网络公益”有2条。')
})

test('a search that could not be made is no search without results', () => {
  const unread = { ...empty, degraded: true, suggestions: [hit] }
  expect(screenOf(moment({ result: unread }))).toBe('unread')
  expect(screenOf(moment({ result: { ...unread, near } }))).toBe('results')
})

test('each moment has its screen', () => {
  expect(screenOf(moment({ query: ' ' }))).toBe('start')
  expect(screenOf(moment({ result: undefined }))).toBe('waiting')
  expect(screenOf(moment({ slow: true }))).toBe('slow')
  expect(screenOf(moment({}))).toBe('nothing')
  expect(screenOf(moment({ broken: true }))).toBe('failed')
  expect(screenOf(moment({ broken: true, online: false }))).toBe('offline')
  expect(screenOf(moment({ result: { ...empty, unavailable: true } }))).toBe('failed')
  const degraded = { ...empty, degraded: true }
  expect(screenOf(moment({ result: degraded }))).toBe('unread')
  expect(screenOf(moment({ result: degraded, online: false }))).toBe('offline')
})

test('what was found is said, with the correction', () => {
  const found = { ...empty, hits: [hit], total: 12, approximate: true }
  expect(spokenText('results', found)).toBe('找到约12条。')
  const correction = { used: '网络公益', original: '网络工益' }
  expect(spokenText('results', { ...found, total: 5, approximate: false, correction })).toBe(
    '已按“网络公益”显示结果，找到5条。',
  )
  const rivals = { ...correction, rivals: ['网络工艺'] }
  expect(
    spokenText('results', { ...found, total: 5, approximate: false, correction: rivals }),
  ).toBe('已按“网络公益”“网络工艺”显示结果，找到5条。')
  expect(spokenText('nothing', empty)).toBe('没有找到。')
})
