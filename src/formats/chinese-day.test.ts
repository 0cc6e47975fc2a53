import { expect, test } from 'vitest'
import { chineseDay, monthAndDate } from './chinese-day.ts'

test('a day is written without leading zeros', () => {
  expect(chineseDay('2026-12-04')).toBe('2026年12月4日')
  expect(monthAndDate('2026-02-10')).toBe('2月10日')
})

test('what is no day is nothing', () => {
  expect(chineseDay('')).toBe('')
  expect(monthAndDate('2026')).toBe('')
})
