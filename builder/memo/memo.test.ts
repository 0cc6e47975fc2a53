import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import fc from '../../tests/fast-check.ts'
import { Memo } from './memo.ts'

const folder = mkdtempSync(join(tmpdir(), 'memo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const memo = new Memo(folder, 'this program')
const file = join(folder, 'a')

/** Plain data, as steps keep it; what V8 writes and reads is the same data. */
const value = fc.jsonValue()
const of = fc.oneof(fc.string(), fc.array(fc.string()), fc.integer())

describe('a memo', () => {
  it('recalls what was kept, while it was made of the same', () => {
    fc.assert(
      fc.property(value, of, of, (kept, made, asked) => {
        memo.keep('a', kept, made)
        const isSame = JSON.stringify(made) === JSON.stringify(asked)
        expect(memo.recall('a', asked)).toEqual(isSame ? kept : undefined)
        expect(new Memo(folder, 'this program').recall('a', made)).toEqual(kept)
      }),
      { numRuns: 100 },
    )
  })

  it('knows nothing of another program, or without one', () => {
    memo.keep('a', 1)
    expect(new Memo(folder, 'another').recall('a')).toBeUndefined()
    const nameless = new Memo(folder, undefined)
    nameless.keep('b', 1)
    expect([nameless.recall('a'), nameless.recall('b'), memo.recall('b')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('never gives a value from bytes that are torn, edited or foreign', () => {
    const change = fc.oneof(
      fc
        .record({ at: fc.nat(), byte: fc.integer({ min: 1, max: 255 }) })
        .map(({ at, byte }) => (bytes: Buffer) => {
          const edited = Buffer.from(bytes)
          edited[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ byte
          return edited
        }),
      fc.nat().map((at) => (bytes: Buffer) => bytes.subarray(0, at % bytes.length)),
      fc
        .uint8Array({ minLength: 1 })
        .map((more) => (bytes: Buffer) => Buffer.concat([bytes, more])),
      fc.uint8Array().map((other) => () => Buffer.from(other)),
    )
    fc.assert(
      fc.property(value, change, (kept, changed) => {
        memo.keep('a', kept)
        writeFileSync(file, changed(readFileSync(file)))
        expect(memo.recall('a')).toBeUndefined()
      }),
      { numRuns: 200 },
    )
  })

  it('has nothing under a name nobody kept anything under', () => {
    expect(memo.recall('nobody/here')).toBeUndefined()
  })
})
