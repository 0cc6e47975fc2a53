import { expect, test } from 'vitest'
import { questionKey, shuffled } from './question.ts'
import fc from '../../tests/fast-check.ts'

test('a question keeps its key when only its spacing changes', () => {
  expect(questionKey('有多少 家？\n')).toBe(questionKey('有多少家？'))
  expect(questionKey('有多少家？')).not.toBe(questionKey('有多少家企业？'))
  expect(questionKey('')).toMatch(/^[0-9a-f]{8}$/)
})

test('shuffling gives every place once, and the same order for the same seed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.string(), (count, seed) => {
      const order = shuffled(count, seed)
      expect([...order].sort()).toEqual(Array.from({ length: count }, (_, index) => index))
      expect(shuffled(count, seed)).toEqual(order)
    }),
  )
})

test('the first option comes to stand everywhere', () => {
  const places = Array.from({ length: 400 }, (_, seed) => shuffled(4, `题${seed}`).indexOf(0))
  for (const place of [0, 1, 2, 3])
    expect(places.filter((one) => one === place).length).toBeGreaterThan(60)
})
