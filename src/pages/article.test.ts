import { expect, it } from 'vitest'
import { buildLibrary } from '../content/library.ts'
import type { Entry, Library } from '../content/library.ts'
import { examplePortal } from '../rules/handbook/portal.ts'
import { articleOf, sharedInfo } from './article.ts'

const { portal } = examplePortal([])
const example = buildLibrary(portal)
const model = example.entries.find(({ collection }) => collection === 'cases')
if (!model) throw new Error('the example portal has no case')
const entry = { ...model, data: { ...model.data, unstated: '参加人数' } } as Entry

function readAs(quality: 'full' | 'partial'): Library {
  const sources = [...example.sources].map(
    ([id, record]) => [id, { ...record, data: { ...record.data, quality } }] as const,
  )
  return { ...example, sources: new Map(sources) }
}

const labels = (library: Library) =>
  sharedInfo(library, entry)
    .filter(({ items }) => items.some(({ text }) => text === '参加人数'))
    .map(({ label }) => label)

it('says of a whole source that it does not mention a thing, and never of a part', () => {
  expect(entry.data.sources.length).toBeGreaterThan(0)
  expect(labels(readAs('full'))).toEqual(['来源没有写'])
  expect(labels(readAs('partial'))).toEqual(['所读部分没有写'])
})

const corrected = (dates: string[]) =>
  articleOf(example, {
    ...model,
    data: {
      ...model.data,
      corrections: dates.map((date) => ({ date, was: '甲', now: '乙', why: '核对来源。' })),
    },
  } as Entry)

it('lets a text begin that was corrected often, and says how often and when', () => {
  expect(corrected(['2026-01-02', '2026-01-01'])).not.toHaveProperty('corrected')
  const often = corrected(['2026-01-02', '2026-03-01', '2026-01-01'])
  expect(often.corrected).toBe('这一篇更正过3处，最近一次在2026年3月1日。')
  expect(often.corrections).toHaveLength(3)
})
