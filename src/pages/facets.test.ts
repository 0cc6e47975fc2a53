import { describe, expect, test } from 'vitest'
import { countAll, countValues, matches, readChoice, writeChoice } from './facets.ts'
import type { Choice, FacetTags } from './facets.ts'

const items: FacetTags[] = [
  { topic: ['a', 'b'], region: ['east'] },
  { topic: ['a'], region: ['west'] },
  { topic: ['b'], region: ['east', 'west'] },
  { topic: [] },
]

describe('matches', () => {
  test.for([
    [{}, 4],
    [{ topic: 'a' }, 2],
    [{ topic: 'a', region: 'east' }, 1],
    [{ region: 'west' }, 2],
    [{ topic: 'c' }, 0],
    [{ series: 'a' }, 0],
  ] as const)('%j leaves %i', ([choice, left]) => {
    expect(items.filter((tags) => matches(tags, choice))).toHaveLength(left)
  })
})

describe('countValues', () => {
  test('counts a facet among what the other facets leave', () => {
    expect([...countValues(items, 'topic', {})]).toEqual([
      ['a', 2],
      ['b', 2],
    ])
    expect([...countValues(items, 'topic', { region: 'east' })]).toEqual([
      ['a', 1],
      ['b', 2],
    ])
  })

  test('a facet does not narrow its own counts', () => {
    expect(countValues(items, 'topic', { topic: 'a' })).toEqual(countValues(items, 'topic', {}))
  })

  test('each count is what choosing the value leaves', () => {
    const choices: Choice[] = [{}, { region: 'east' }, { region: 'west', topic: 'b' }]
    for (const choice of choices)
      for (const [value, count] of countValues(items, 'topic', choice)) {
        const chosen = { ...choice, topic: value }
        expect(items.filter((tags) => matches(tags, chosen))).toHaveLength(count)
      }
  })
})

describe('the address of a choice', () => {
  test('is sorted, and empty for no choice', () => {
    expect(writeChoice({ topic: 'a', region: 'east' })).toBe('?region=east&topic=a')
    expect(writeChoice({})).toBe('')
  })

  test('is read back as it was written', () => {
    const choice = { topic: 'a&b=c', region: '浙江 #1' }
    expect(readChoice(writeChoice(choice), ['topic', 'region'])).toEqual(choice)
  })

  test('names only facets the page has, once, and no empty value', () => {
    expect(readChoice('?topic=a&topic=b&q=x&region=', ['topic', 'region'])).toEqual({ topic: 'a' })
  })
})

describe('countAll', () => {
  test('counts what is left when one facet is let go', () => {
    expect(countAll(items, 'topic', { topic: 'a', region: 'east' })).toBe(2)
    expect(countAll(items, 'topic', {})).toBe(4)
  })
})
