import { expect, test } from 'vitest'
import { source } from '../model/sources.ts'
import { filmNumeral } from './film-numeral.ts'

const printed = (statement: string, figure: number, unit: string) => {
  const { facts } = source.parse({
    id: 'demo',
    title: '示例报道',
    publisher: '示例日报',
    published: '2021-06-09',
    url: 'https://example.org/report',
    accessed: '2026-11-01',
    quality: 'full',
    facts: [{ id: 'demo-f01', statement, figure, unit, qualifier: 'over' }],
  })
  const { before, value, after } = filmNumeral(facts[0]) ?? { before: '', value: '', after: '' }
  return `${before}${value}${after}`
}

test('“more than” stands where the statement has it', () => {
  expect(printed('行程11万余公里。', 110000, '公里')).toBe('11万余公里')
  expect(printed('账号有2万多名粉丝。', 20000, '名')).toBe('2万多名')
  expect(printed('累计行驶140多万公里。', 1400000, '公里')).toBe('140多万公里')
  expect(printed('里程超过32万公里。', 320000, '公里')).toBe('超过32万公里')
  expect(printed('有600余家企业。', 600, '家')).toBe('600余家')
})
