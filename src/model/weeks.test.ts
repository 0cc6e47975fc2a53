import { expect, test } from 'vitest'
import { dayAfter, weekOf } from './weeks.ts'

test('a week begins on Monday, across months and years', () => {
  expect(weekOf('2024-01-01')).toEqual({ monday: '2024-01-01', number: 0 })
  expect(weekOf('2024-01-07')).toEqual({ monday: '2024-01-01', number: 0 })
  expect(weekOf('2026-11-29').monday).toBe('2026-11-23')
  expect(weekOf('2026-11-30').monday).toBe('2026-11-30')
  expect(weekOf('2027-01-01').monday).toBe('2026-12-28')
  expect(weekOf('2023-12-31')).toEqual({ monday: '2023-12-25', number: -1 })
})

test('days are counted through the ends of months', () => {
  expect(dayAfter('2026-11-30', 6)).toBe('2026-12-06')
  expect(dayAfter('2027-03-01', -1)).toBe('2027-02-28')
})
