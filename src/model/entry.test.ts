import { expect, it } from 'vitest'
import { entry } from './entry.ts'

it('takes titles as long as newspapers write them', () => {
  const { title } = entry.shape
  expect(title.safeParse('题'.repeat(80)).success).toBe(true)
  expect(title.safeParse('题'.repeat(81)).success).toBe(false)
})
