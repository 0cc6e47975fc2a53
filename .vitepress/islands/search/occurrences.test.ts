import { expect, test } from 'vitest'
import { occurrencesOf } from './occurrences.ts'

const shown = (texts: string[], words: string[]): string[] =>
  occurrencesOf(texts, words).map(
    ({ text, start, end, number }) => `${number}:${texts[text]?.slice(start, end)}`,
  )

test('words are found wherever they stand, in order', () => {
  expect(shown(['联系点进企业，联系点'], ['企业', '联系点'])).toEqual([
    '0:联系点',
    '1:企业',
    '2:联系点',
  ])
})

test('a word that is partly bold is one occurrence', () => {
  expect(shown(['数据库收入', '600', '余家企业'], ['600余家'])).toEqual(['0:600', '0:余家'])
})

test('none stands inside another, and case says nothing', () => {
  expect(shown(['个人信息保护法'], ['信息', '个人信息'])).toEqual(['0:个人信息'])
  expect(shown(['WCAG'], ['wcag'])).toEqual(['0:WCAG'])
})

test('blanks are no word', () => expect(shown(['a b'], [' ', ''])).toEqual([]))
