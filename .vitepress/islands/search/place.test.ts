import { expect, test } from 'vitest'
import { placeIn } from './place.ts'

const place = {
  query: '公益',
  choice: { collection: '案例' },
  literal: false,
  dialog: true,
  limit: 20,
  top: 640,
  row: '/cases/a.html',
}

test('a place is read as it was kept', () => {
  expect(placeIn(structuredClone({ other: 1, search: place }))).toEqual(place)
})

test.each([null, undefined, 3, {}, { search: null }, { search: { query: 5 } }])(
  'no place is read from %j',
  (state) => expect(placeIn(state)).toBeUndefined(),
)

test('what is not as it was kept is left out', () => {
  const odd = { query: '公益', choice: { year: 7 }, limit: '20', top: NaN }
  expect(placeIn({ search: odd })).toEqual({
    query: '公益',
    choice: {},
    literal: false,
    dialog: false,
    limit: 10,
    top: 0,
    row: '',
  })
  expect(placeIn({ search: { ...place, limit: 1e9 } })?.limit).toBe(200)
})
