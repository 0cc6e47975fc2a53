import { expect, it } from 'vitest'
import { rowSpans } from './row-spans.ts'

const minute = 60_000
/** Visits one after another: rows, and the minutes each was on. */
function visits(...list: [row: number, minutes: number][]) {
  let at = 0
  return list.map(([row, minutes]) => {
    const from = at
    at += minutes * minute
    return { row, from, to: at }
  })
}
const spans = (...list: [row: number, minutes: number][]) =>
  [...rowSpans(visits(...list), 99 * minute)].map(([row, { began, ended }]) => [
    row,
    began / minute,
    ended / minute,
  ])

it('gives each row the time it was on', () => {
  expect(spans([0, 3], [1, 12], [2, 5])).toEqual([
    [0, 0, 3],
    [1, 3, 15],
    [2, 15, 20],
  ])
})

it('counts a look back to the row that it interrupts', () => {
  expect(spans([0, 3], [1, 5], [0, 2], [1, 5], [2, 1])).toEqual([
    [0, 0, 3],
    [1, 3, 15],
    [2, 15, 16],
  ])
})

it('takes a slip to a row to come for no beginning', () => {
  expect(spans([0, 3], [2, 0.05], [1, 5], [2, 4])).toEqual([
    [0, 0, 3],
    [1, 3.05, 8.05],
    [2, 8.05, 12.05],
  ])
})

it('knows rows that were only glanced at, and the one that is on', () => {
  expect(spans([0, 0.1], [1, 0.1])).toEqual([
    [0, 0, 0.1],
    [1, 0.1, 0.2],
  ])
  expect(rowSpans([{ row: 0, from: 0 }], minute).get(0)).toEqual({ began: 0, ended: minute })
})
