import { expect, it } from 'vitest'
import { actionOf } from './keys.ts'
import {
  cut,
  ended,
  goTo,
  lateMinutes,
  newRun,
  resumedRun,
  rowsToCut,
  spentMinutes,
  tookPlace,
} from './run.ts'
import type { StageData } from './stage-data.ts'

const slide = (row?: number) => ({
  ...{ id: 's', kind: 'key' as const, name: '', notes: [], sources: [] },
  ...(row === undefined ? {} : { row }),
})
const stage: StageData = {
  ...{ title: '测试', minutes: 30 },
  rows: [
    { kind: '学习', title: '', minutes: 10 },
    { kind: '讨论', title: '', minutes: 20 },
  ],
  slides: [slide(), slide(0), slide(0), slide(1)],
}
const minute = 60_000

it('begins when the title is left, and times each row, also when one goes back', () => {
  let run = newRun(stage, false)
  run = goTo(run, stage, 1, 5 * minute)
  expect(run.began).toBe(5 * minute)
  run = goTo(run, stage, 2, 8 * minute)
  run = goTo(run, stage, 3, 15 * minute)
  run = goTo(run, stage, 2, 20 * minute)
  run = goTo(run, stage, 9, 21 * minute)
  expect(run.at).toBe(3)
  run = ended(run, 30 * minute)
  expect(stage.rows.map((_, row) => spentMinutes(run, row, 99 * minute))).toEqual([11, 14])
})

it('has not begun while somebody only looks whether all is there', () => {
  let run = goTo(newRun(stage, false), stage, 1, 0)
  run = goTo(run, stage, 3, 4_000)
  run = goTo(run, stage, 0, 8_000)
  expect(run).toEqual(newRun(stage, false))
  run = goTo(run, stage, 1, 10 * minute)
  run = goTo(run, stage, 0, 12 * minute)
  expect(run.began).toBe(10 * minute)
})

it('goes on where an earlier showing stopped, and counts from its beginning', () => {
  const visits = [{ row: 0, from: 0, to: 9 * minute }]
  const run = resumedRun(stage, visits, { dark: true, now: 12 * minute })
  expect(run).toMatchObject({ at: 1, began: 0, dark: true })
  expect(lateMinutes(goTo(run, stage, 3, 12 * minute), stage, 12 * minute)).toBe(2)
})

it('took place when its last row was on, and not in a hurry', () => {
  let run = goTo(newRun(stage, false), stage, 1, 0)
  expect(tookPlace(run, stage, 40 * minute)).toBe(false)
  run = goTo(run, stage, 3, minute)
  expect(tookPlace(run, stage, 2 * minute)).toBe(false)
  expect(tookPlace(run, stage, 15 * minute)).toBe(true)
})

it('says how late it will be, and which rows can give up the time', () => {
  let run = goTo(newRun(stage, false), stage, 1, 0)
  expect(lateMinutes(run, stage, 9 * minute)).toBe(0)
  expect(lateMinutes(run, stage, 14 * minute)).toBe(4)
  const [first] = rowsToCut(run, stage, 4)
  expect(first).toEqual({ row: 1, kind: '讨论', minutes: 4 })
  run = cut(run, 1, 4)
  expect(lateMinutes(run, stage, 14 * minute)).toBe(0)
})

it('understands clickers and leaves the browser its own keys', () => {
  const press = (key: string, code = '', ctrlKey = false) =>
    actionOf({ key, code, ctrlKey, altKey: false, metaKey: false })
  expect(press('PageDown')).toBe('next')
  expect(press('PageUp')).toBe('back')
  expect(press('ｂ', 'KeyB')).toBe('blank')
  expect(press('Home')).toBe('first')
  expect(press('Escape')).toBe('leave')
  expect(press('f', 'KeyF', true)).toBeUndefined()
  expect(press('x', 'KeyX')).toBeUndefined()
})
