import { describe, expect, test } from 'vitest'
import { records } from '../../tests/study/records.ts'
import { writeCsv } from './csv.ts'
import { readRecord, writeRecord } from './file.ts'
import { handOver, mostCharacters, takeOver } from './handover.ts'
import { mergeRecords, tidy } from './merge.ts'
import fc from '../../tests/fast-check.ts'

const exported = '2026-02-01T00:00:00.000Z'
const plain = (value: unknown) => JSON.parse(JSON.stringify(value))

describe('a file', () => {
  test('holds the whole record', () => {
    fc.assert(
      fc.property(records, (record) => {
        const text = writeRecord({ record, unreadable: [] }, exported)
        expect(readRecord(text)).toEqual({ record: plain(tidy(record)), unreadable: [] })
      }),
    )
  })

  test('is the same for the same record, whatever its order', () => {
    fc.assert(
      fc.property(records, (record) => {
        const turned = { activities: record.activities.toReversed(), places: record.places }
        const write = (one: typeof record) => writeRecord({ record: one, unreadable: [] }, exported)
        expect(write(turned)).toBe(write(record))
      }),
    )
  })

  test('sets aside what it cannot read, and keeps it', () => {
    const good = {
      id: '00000000-0000-4000-8000-000000000001',
      at: exported,
      page: '/cases/a',
      title: '甲',
      kind: 'case',
      verb: 'read',
    }
    const odd = [
      { ...good, verb: 'dreamt' },
      { ...good, id: '1' },
      { ...good, at: '2026-13-40T00:00:00.000Z' },
      { ...good, page: '/cases/../../etc' },
      { ...good, title: 'x'.repeat(300) },
      7,
      null,
    ]
    const text = JSON.stringify({
      format: 'chaotou-study',
      version: 1,
      activities: [good, ...odd],
      places: [],
    })
    const read = readRecord(text)
    expect(read).toEqual({ record: { activities: [good], places: [] }, unreadable: odd })
    if ('fault' in read) throw new Error(read.fault)
    expect(readRecord(writeRecord(read, exported))).toEqual(read)
  })

  test('of a later version gives what can be understood', () => {
    const text = JSON.stringify({
      format: 'chaotou-study',
      version: 9,
      activities: [{ verb: 'flew' }],
      places: [],
      more: 1,
    })
    expect(readRecord(text)).toEqual({
      record: { activities: [], places: [] },
      unreadable: [{ verb: 'flew' }],
    })
  })

  test('of an earlier version is brought up to date step by step', () => {
    const steps = [
      (file: Record<string, unknown>) => ({ ...file, activities: file.events, places: 'none yet' }),
      (file: Record<string, unknown>) => ({ ...file, places: [] }),
    ]
    const text = (version: number, rest: object) =>
      JSON.stringify({ format: 'chaotou-study', version, ...rest })
    const empty = { record: { activities: [], places: [] }, unreadable: [] }
    expect(readRecord(text(1, { events: [] }), steps)).toEqual(empty)
    expect(readRecord(text(2, { activities: [], places: 'none yet' }), steps)).toEqual(empty)
    expect(readRecord(text(3, { activities: [], places: [] }), steps)).toEqual(empty)
  })

  test.for([
    '',
    'null',
    '[]',
    '{}',
    '{"format":"chaotou-study"}',
    '{"format":"chaotou-study","version":1}',
    'PK\u0003\u0004',
  ])('%j is refused with a reason', (text) => {
    expect(readRecord(text)).toEqual({ fault: expect.stringMatching(/[。]$/) })
  })

  test('no text makes reading throw', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readRecord(text)).toBeTypeOf('object')
      }),
    )
  })
})

describe('codes', () => {
  test('hand over the whole record, in any order and with repeats', () => {
    fc.assert(
      fc.property(records, (record) => {
        const fragments = handOver(record) ?? []
        for (const fragment of fragments)
          expect(fragment.length).toBeLessThanOrEqual(mostCharacters)
        const parts = [...fragments, ...fragments]
          .reverse()
          .map((fragment) => takeOver(`#${fragment}`))
        const taken = parts.map((part) => {
          if (!part || 'fault' in part) throw new Error(part?.fault)
          return part.record
        })
        expect(mergeRecords(...taken)).toEqual(plain(tidy(record)))
      }),
    )
  })

  test('refuse a record too large for a dozen', () => {
    const many = fc.sample(records, { numRuns: 400, seed: 7 })
    expect(handOver(mergeRecords(...many))).toBeUndefined()
  })

  test('that were not read to the end say so, and other fragments are none', () => {
    const [fragment = ''] =
      handOver(fc.sample(records, { numRuns: 1, seed: 5 })[0] ?? { activities: [], places: [] }) ??
      []
    expect(takeOver(`#${fragment.slice(0, -9)}`)).toHaveProperty('fault')
    expect(takeOver('#sources')).toBeUndefined()
    expect(takeOver('#record=%%%')).toHaveProperty('fault')
  })
})

test('a table is quoted, and holds no formula', () => {
  const on = { page: '/cases/a', title: '=1+1,“甲”"乙"', kind: 'case' } as const
  const id = '00000000-0000-4000-8000-000000000001'
  const csv = writeCsv({
    activities: [{ ...on, id, at: exported, verb: 'noted', note: id, text: '两\n行' }],
  })
  expect(csv).toBe(
    `\ufeff时间,做了什么,类别,标题,地址,内容,结果\r\n${exported},写笔记,案例,"'=1+1,“甲”""乙""",/cases/a,"两\n行",\r\n`,
  )
})
