import { expect, test } from 'vitest'
import type { EntryOf } from '../content/library.ts'
import type { ListedCase } from './listed-case.ts'
import { yearDrawing } from './year-drawing.ts'

/** Only what is drawn of them. */
const cases = (...dates: (string | undefined)[]) =>
  dates.map((date) => ({ ...(date ? { date } : {}) }) as ListedCase)
const founded = (...dates: (string | undefined)[]) =>
  dates.map((date) => ({ data: date ? { founded: date } : {} }) as EntryOf<'organizations'>)

/** Squares that dashes of 8 and gaps of 2 cut the strokes into. */
const squaresOf = (path: string) =>
  Array.from(path.matchAll(/v-(\d+)/g), ([, length]) => (Number(length) + 2) / 10)
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)

test('a square a case above the line, an outline an organisation below it, in the column of its year', () => {
  const drawn = yearDrawing(
    cases('2020-03', '2022', '2022-01-05', '2022', undefined),
    founded('2019-06-26', undefined),
  )
  expect(drawn).toMatchObject({ first: 2019, last: 2022, each: 1, width: 4 * 22 })
  expect(sum(squaresOf(drawn?.cases ?? ''))).toBe(4)
  expect(drawn?.cases).toContain(`M28 ${(drawn?.line ?? 0) - 2}`)
  expect(drawn?.founded.match(/M/g)).toHaveLength(1)
  expect(drawn?.said).toBe(
    '2019年到2022年：1个组织写明了成立年份，5篇案例按来源刊发的年份排，1篇来源没有写年份，没有画。',
  )
})

test('of very many cases a square stands for several, and says so', () => {
  const many = cases(...Array<string>(45).fill('2021'), '2020')
  const drawn = yearDrawing(many, [])
  expect(drawn?.each).toBe(3)
  expect(sum(squaresOf(drawn?.cases ?? ''))).toBe(15 + 1)
})

test('one year, or none, is not drawn', () => {
  expect(yearDrawing(cases('2021-02', '2021'), [])).toBeUndefined()
  expect(yearDrawing(cases(undefined), founded(undefined))).toBeUndefined()
})
