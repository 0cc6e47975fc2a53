import { expect, test } from 'vitest'
import { readPortal } from '../content/files.ts'
import { buildLibrary } from '../content/library.ts'
import { searchables } from './documents.ts'

const library = buildLibrary(readPortal('.'))
const facts = new Map(
  searchables(library, (file) => file).flatMap(({ document }) =>
    document().sections.flatMap(({ field, text, anchor }) =>
      field === 'fact' && anchor ? [[anchor, text] as const] : [],
    ),
  ),
)

test('a figure stands within its sentence, and none begins a text', () => {
  expect(facts.size).toBeGreaterThan(100)
  expect([...facts.values()].filter((text) => /^（|[。！？；]（/.test(text))).toEqual([])
  expect(facts.get('hz-f11')).toMatch(/（600余家企业）。$/)
})

test('figures are as their sources have them: about before, over behind, a manner of speaking not at all', () => {
  for (const [id, { fact }] of library.facts) {
    const text = facts.get(id)
    if (text === undefined || typeof fact.figure !== 'number') continue
    const [, number] = /（([^（）]*)）。?$/.exec(text.slice(fact.statement.length - 2)) ?? []
    if (fact.qualifier === 'about' && number) expect(number).toMatch(/^约\d/)
    if (fact.qualifier === 'over' && number) expect(number).toMatch(/\d余/)
    if (fact.qualifier === 'rhetorical') expect(text).toContain(fact.statement)
  }
})

test('a case is found by the word and the line of each of its measures', () => {
  const hangzhou = searchables(library, (file) => file).find(({ id }) => id === '/cases/hangzhou')
  const lines = hangzhou?.document().sections.map(({ text }) => text)
  const entry = library.byPath.get('/cases/hangzhou')
  const measures = entry?.collection === 'cases' ? entry.data.measures : []
  expect(measures.length).toBeGreaterThan(5)
  for (const { name, text } of measures) expect(lines).toContain(`${name}：${text}`)
})
