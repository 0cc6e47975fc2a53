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
