import { expect, test } from 'vitest'
import type { SearchResult } from '../../../src/search/search.ts'
import { screenOf, spokenText, type Moment } from './screen.ts'

const empty: SearchResult = {
  hits: [],
  total: 0,
  approximate: false,
  counts: {},
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
  ...changes,
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
  expect(screenOf(moment({ result: degraded }))).toBe('nothing')
  expect(screenOf(moment({ result: degraded, online: false }))).toBe('offline')
})

test('what was found is said, with the correction', () => {
  const found = { ...empty, total: 12, approximate: true }
  expect(spokenText('results', found)).toBe('找到约12条。')
  const correction = { used: '网络公益', original: '网络工益' }
  expect(spokenText('results', { ...empty, total: 5, correction })).toBe(
    '已按“网络公益”显示结果，找到5条。',
  )
  const rivals = { ...correction, rivals: ['网络工艺'] }
  expect(spokenText('results', { ...empty, total: 5, correction: rivals })).toBe(
    '已按“网络公益”“网络工艺”显示结果，找到5条。',
  )
  expect(spokenText('nothing', empty)).toBe('没有找到。')
})
