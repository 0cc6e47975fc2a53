import { describe, expect, it } from 'vitest'
import { keysOfRun } from '../format/grams.ts'
import { cutSyllables } from '../spelling/cut-syllables.ts'
import { chineseNumeral, parseQuery } from './parse-query.ts'

const runs = (query: string): string[][] =>
  parseQuery(query).map(({ phrases }) => phrases.map((phrase) => phrase.runs.join('+')))

describe('parseQuery', () => {
  it.each([
    ['网络 公益', [['网络'], ['公益']]],
    ['《网络安全法》', [['网络安全法']]],
    ['“为民、务实”', [['为民+务实']]],
    ['63 家', [['63家']]],
    ['2021 网络公益', [['2021'], ['网络公益']]],
    ['第20条', [['第20条', '第二十条']]],
    ['Ｅ心跟党走', [['e心跟党走']]],
    ['2021年9月', [['2021年9月', '2021年09月', '2021+09', '']]],
    ['?!。', []],
  ])('%s', (query, expected) => {
    expect(runs(query)).toEqual(expected)
  })

  it('reads a date in every usual spelling, and as the date of an entry', () => {
    const [term] = parseQuery('2021-09-13')
    expect(term?.phrases.map(({ runs: r }) => r.join('+'))).toContain('2021年9月13日')
    expect(term?.phrases.at(-1)?.date).toBe('2021-09-13')
  })

  it('bounds a pasted page', () => {
    expect(parseQuery('党 建 '.repeat(5000)).length).toBeLessThanOrEqual(12)
  })
})

describe('chineseNumeral', () => {
  it.each([
    [5, '五'],
    [10, '十'],
    [20, '二十'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1007, '一千零七'],
  ])('%d', (value, text) => expect(chineseNumeral(value)).toBe(text))
})

describe('keysOfRun', () => {
  const keys = (run: string, all = true): string[] => keysOfRun(run, all).map(({ key }) => key)
  it('covers every Han character with few pairs', () => {
    expect(keys('网络公益')).toEqual(['网络', '络公', '公益'])
    expect(keys('网络公益', false)).toEqual(['网络', '公益'])
    expect(keys('网络公益日', false)).toEqual(['网络', '公益', '益日'])
  })
  it('joins Latin and Han at their border', () => {
    expect(keys('e心跟')).toEqual(['e心', '心跟'])
    expect(keys('用app看')).toEqual(['用a', 'app', 'p看'])
  })
})

describe('cutSyllables', () => {
  const known = new Map(['xi', 'an', 'xian', 'wang', 'luo', 'lv', 'a'].map((s) => [s, s]))
  const cut = (run: string): string[] => cutSyllables(run, known).map((c) => c.syllables.join(' '))
  it('prefers fewer syllables', () => expect(cut('xian').slice(0, 2)).toEqual(['xian', 'xi an']))
  it('reads an unfinished syllable', () => expect(cut('wangl')).toEqual(['wang l']))
  it('reads ü as typed', () => expect(cut('lü')).toEqual(['lv']))
  it('gives up quickly', () => expect(cut('a'.repeat(59) + 'q')).toEqual([]))
})
