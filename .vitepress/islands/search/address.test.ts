import { expect, test } from 'vitest'
import { readAddress, writeAddress } from './address.ts'

test('an address says the same when read again', () => {
  const state = {
    query: '“e心跟党走” 63家 & #',
    choice: { collection: '案例', topics: '网络公益', year: '2021' },
    literal: true,
  }
  expect(readAddress(writeAddress(state))).toEqual(state)
})

test('an empty search has a plain address, and strange ones read as empty', () => {
  expect(writeAddress({ query: '  ', choice: { collection: '案例' }, literal: true })).toBe('')
  expect(readAddress('?kind=&exact=yes&other=1')).toEqual({ query: '', choice: {}, literal: false })
})
