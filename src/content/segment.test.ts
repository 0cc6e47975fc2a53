import { expect, it } from 'vitest'
import { segment } from './segment.ts'
import fc from '../../tests/fast-check.ts'

it('joins to the text it was cut from', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.string({ minLength: 1, maxLength: 4 })),
      (text, words) => segment(text, words).join('') === text,
    ),
  )
})

it('never breaks a site word, a figure or before punctuation', () => {
  const parts = segment('杭州市互联网行业党委培育50余个项目，“助力黔行”落地。', [
    '互联网行业党委',
    '助力黔行',
  ])
  expect(parts.some((part) => part.includes('互联网行业党委'))).toBe(true)
  expect(parts.some((part) => part.includes('50余个'))).toBe(true)
  expect(parts.every((part) => !/^[，。”]/.test(part))).toBe(true)
})

it('cuts a part as long as a line before a number, and never a date', () => {
  expect(segment('从600余家到63家：摸清底数').slice(0, 2)).toEqual(['从600余家到', '63家：摸清'])
  expect(segment('出自2021年6月的简介')[0]).toMatch(/^出自2021年6月/)
})
