import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { slices } from './slices.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('goes on at once while a slice lasts, then lets the page have a turn', async () => {
  const yieldToMain = slices()
  expect(yieldToMain()).toBeUndefined()
  vi.advanceTimersByTime(11)
  expect(yieldToMain()).toBeUndefined()
  vi.advanceTimersByTime(2)
  const turn = yieldToMain()
  let gone = false
  void turn?.then(() => (gone = true))
  await Promise.resolve()
  expect(gone).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(gone).toBe(true)
  expect(yieldToMain()).toBeUndefined()
})
