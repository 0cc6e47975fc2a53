import { expect, test } from 'vitest'
import { facetGroups } from './facet-groups.ts'

test('a facet of one value narrows nothing and is left out', () => {
  const counts = { topics: [{ value: '网络公益', count: 3 }], year: [] }
  expect(facetGroups(counts, {})).toEqual([])
})

test('the chosen value stands first, even when nothing has it', () => {
  const counts = {
    region: [
      { value: '浙江省', count: 3 },
      { value: '北京市', count: 1 },
    ],
  }
  const values = (chosen: string) =>
    facetGroups(counts, { region: chosen })[0]?.values.map(({ value }) => value)
  expect(values('北京市')).toEqual(['北京市', '浙江省'])
  expect(values('四川省')).toEqual(['四川省', '浙江省', '北京市'])
})
