import { expect, test } from 'vitest'
import { agendaKinds } from '../model/agenda.ts'
import { rulerOf, rulerWords } from './ruler.ts'
import fc from '../../tests/fast-check.ts'

const rows = fc.array(
  fc.record({ kind: fc.constantFrom(...agendaKinds), minutes: fc.integer({ min: 1, max: 60 }) }),
  { minLength: 1, maxLength: 12 },
)

test('segments fill the bar without gap or overlap, each as wide as its minutes', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const parts = rulerOf(all)
      const total = all.reduce((sum, { minutes }) => sum + minutes, 0)
      let end = 0
      for (const { at, width, minutes } of parts) {
        expect(at).toBeCloseTo(end, 1)
        expect(Math.abs(width - (minutes / total) * 100)).toBeLessThan(0.02)
        end = at + width
      }
      expect(end).toBeCloseTo(100, 1)
    }),
  )
})

test('a segment says its kind where there is room for the word', () => {
  const labels = (kind: '学习' | '重温誓词', minutes: number) =>
    rulerOf([{ kind, minutes }]).map(({ label }) => label)[0]
  expect([4, 5, 8, 9].map((minutes) => labels('学习', minutes))).toEqual([
    'never',
    'wide',
    'wide',
    'always',
  ])
  expect([5, 10, 18].map((minutes) => labels('重温誓词', minutes))).toEqual([
    'never',
    'wide',
    'always',
  ])
})

test('an hour without minutes has no bar, and one with them is spoken', () => {
  expect(rulerOf([])).toEqual([])
  expect(rulerOf([{ kind: '签到', minutes: 0 }])).toEqual([])
  const parts = rulerOf([
    { kind: '签到', minutes: 3 },
    { kind: '讨论', minutes: 42 },
  ])
  expect(rulerWords(parts)).toBe('45分钟怎样分：签到3分钟，讨论42分钟')
})
