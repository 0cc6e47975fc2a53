import { expect, test } from 'vitest'
import { moveBy } from './arrows.ts'

test('↓ goes from the field through the results, ↑ back to the field', () => {
  expect(moveBy('ArrowDown', -1, 2)).toBe(0)
  expect(moveBy('ArrowDown', 0, 2)).toBe(1)
  expect(moveBy('ArrowDown', 1, 2)).toBeUndefined()
  expect(moveBy('ArrowUp', 0, 2)).toBe(-1)
  expect(moveBy('ArrowUp', -1, 2)).toBeUndefined()
  expect(moveBy('ArrowDown', -1, 0)).toBeUndefined()
  expect(moveBy('Home', 1, 2)).toBeUndefined()
})
