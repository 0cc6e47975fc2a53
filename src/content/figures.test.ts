import { expect, test } from 'vitest'
import { aroundFigures } from './figures.ts'

const whole = (text: string) =>
  aroundFigures(text).flatMap((part) => (part.isWhole ? part.text : []))

test.each([
  ['杭州在2020年1月成立，2021年9月13日报道。', ['2020年1月', '2021年9月13日']],
  ['扩充到600余家，其中63家。', ['600余家，', '63家。']],
  ['占45%', ['45%']],
  ['没有数字', []],
])('%s', (text, expected) => {
  expect(whole(text)).toEqual(expected)
  expect(
    aroundFigures(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
})
