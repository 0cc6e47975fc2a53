import { expect, it } from 'vitest'
import { buildLibrary, published } from '../content/library.ts'
import { examplePortal } from '../rules/handbook/portal.ts'
import { casesSaid } from './cases-said.ts'
import { ownCase } from './listed-case.ts'

const { portal } = examplePortal([])
const library = buildLibrary(portal)
const [model] = published(library, 'cases')
if (!model) throw new Error('the example portal has no case')
const of = (data: Partial<typeof model.data>) =>
  ownCase(library, { ...model, data: { ...model.data, ...data } })

it('says how many cases, of which years, places and organisations; one of a kind goes without saying', () => {
  expect(casesSaid([of({ regions: ['浙江省/杭州市'] })])).toBe('1篇，来源2021年。')
  expect(
    casesSaid([
      of({ regions: ['浙江省/杭州市'], unit: 'one' }),
      of({ regions: ['四川省', '全国'], unit: 'two' }),
    ]),
  ).toBe('2篇，来源2021年，2个省级地区，2家组织。')
  expect(casesSaid([of({ sources: [], regions: [] })])).toBe('1篇。')
})
