import { describe, expect, it } from 'vitest'
import { parseQuery } from '../exact/parse-query.ts'
import type { Vocabulary } from '../format/vocabulary.ts'
import { extractOrdinals } from './ordinals.ts'
import { unitsOf } from './units.ts'
import type { Unit } from './variants.ts'

const vocabulary: Vocabulary = {
  cut: ['专利', '保护', '合作', '疫苗', '党建', '报告', '人大'],
  words: [],
  places: ['浙江'],
  same: [['人大', '人民代表大会']],
  near: [['保护', '守护']],
}
const units = (query: string): Unit[] => unitsOf(query, vocabulary)
const texts = (query: string): string[] => units(query).map(({ text }) => text)
const unit = (query: string, text: string): Unit | undefined =>
  units(query).find((one) => one.text === text)
const spellings = (query: string, text: string): string[] =>
  unit(query, text)?.variants.map(({ phrase }) => phrase.runs.join('.')) ?? []

describe('unknown characters', () => {
  it('takes two between known words for a word, which is said when it is missing', () => {
    expect(unit('党建桃花保护', '桃花')?.loose).toBe(false)
  })

  it('takes pairs of a longer stretch for what they may be', () => {
    expect(
      units('党建桃花源保护')
        .filter(({ loose }) => loose)
        .map(({ text }) => text),
    ).toEqual(['桃花', '花源'])
  })

  it('joins one alone to the word beside it', () => {
    expect(texts('合作社')).toEqual(['合作', '作社'])
  })

  it.each([
    ['专利权保护多少年', ['专利', '利权', '权保', '保护']],
    ['打疫苗要几天', ['打疫', '疫苗']],
    ['桃花什么时候开', ['桃花']],
  ])('never joins one to a question: %s', (query, expected) => {
    expect(texts(query)).toEqual(expected)
  })
})

describe('knowledge', () => {
  it('also asks for the other words of a group, those that are near for less', () => {
    expect(spellings('人大', '人大')).toEqual(['人大', '人民代表大会'])
    const [typed, near] = unit('保护', '保护')?.variants ?? []
    expect(near?.weight).toBeLessThan(typed?.weight ?? 0)
  })

  it('asks a place of where entries lie, not of their text alone', () => {
    const keys = unit('浙江', '浙江')?.variants.flatMap((variant) => variant.keys) ?? []
    expect(keys).toContainEqual({ family: 'w', key: '@浙江' })
  })
})

describe('numbers', () => {
  it.each([
    ['第20条', ['第20条', '第二十条']],
    ['第二十条', ['第二十条', '第20条']],
    ['第一千零七十九条', ['第一千零七十九条', '第1079条']],
    ['20%', ['百分之二十', '20']],
    ['百分之二十', ['百分之二十', '20']],
  ])('spells %s', (typed, expected) => {
    expect(extractOrdinals(typed)).toEqual({ found: [expected], rest: ' ' })
  })

  it.each(['第一', '1.5%', '百分之三点五', '一条'])('leaves %s alone', (typed) => {
    expect(extractOrdinals(typed)).toEqual({ found: [], rest: typed })
  })

  it('finds an article beside the name of its law', () => {
    expect(texts('党建第133条')).toEqual(['第133条', '党建'])
  })

  it('counts hours, and passes over what only bounds them', () => {
    expect(texts('24小时内报告')).toEqual(['24小时', '报告'])
  })

  it('reads few lists for a figure however it is spelled', () => {
    const keys = unit('二十四小时', '24小时')?.variants.flatMap((variant) => variant.keys) ?? []
    expect(new Set(keys.map(({ key }) => key)).size).toBeLessThanOrEqual(8)
  })
})

it.each(['👍', '？？', '……', ' ', '《》'])('asks nothing for %s', (query) => {
  expect(units(query)).toEqual([])
  expect(parseQuery(query)).toEqual([])
})
