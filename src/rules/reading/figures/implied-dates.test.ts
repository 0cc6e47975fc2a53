import { expect, test } from 'vitest'
import { impliedDates } from './implied-dates.ts'

const in2022 = { published: '2022-12-10' }

test.each([
  ['6月26日', { year: 2022, month: 6, day: 26 }],
  ['去年12月正式启动', { year: 2021, month: 12, day: undefined }],
  ['今年3月20日', { year: 2022, month: 3, day: 20 }],
  ['8日', { year: 2022, month: 12, day: 8 }],
  ['11日', { year: 2022, month: 11, day: 11 }],
  ['昨天下午', { year: 2022, month: 12, day: 9 }],
  ['12月31日', { year: 2021, month: 12, day: 31 }],
])('%s in a report of 10 December 2022', (words, date) => {
  expect(impliedDates(words, in2022)).toEqual([date])
})

test('a date that gives its year means what it says', () => {
  expect(impliedDates('2019年6月26日', in2022)).toEqual([])
})

test('a report without a date implies none, one of a year only no day', () => {
  expect(impliedDates('6月26日', { published: null })).toEqual([])
  expect(impliedDates('3月至7月', { published: '2021' })).toEqual([
    { year: 2021, month: 3, day: undefined },
    { year: 2021, month: 7, day: undefined },
  ])
  expect(impliedDates('昨天', { published: '2021' })).toEqual([{}])
})
