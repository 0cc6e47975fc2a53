import { describe, expect, it } from 'vitest'
import { intersect, unite, type Postings } from './postings.ts'
import {
  encodeHashedShard,
  encodeSingleList,
  encodeWordShard,
  readHashedShard,
  readSingleList,
  readWordShard,
} from './shard.ts'
import fc from '../../../tests/fast-check.ts'

const space = 5000
/** Postings from which a list is a file of its own. */
const limit = 9
const postings = fc
  .uniqueArray(fc.tuple(fc.nat(space - 1), fc.nat(3)), {
    minLength: 1,
    selector: ([piece]) => piece,
  })
  .map((rows): Postings => {
    const sorted = rows.sort(([a], [b]) => a - b)
    return {
      pieces: Uint32Array.from(sorted, ([piece]) => piece),
      impacts: Uint8Array.from(sorted, ([, impact]) => impact),
    }
  })
const toPieces = (list: Postings): number[] => [...list.pieces]

describe('shards', () => {
  it('gives back every hashed list', () => {
    const lists = fc.uniqueArray(fc.tuple(fc.nat(0x3fff), postings), { selector: ([key]) => key })
    fc.assert(
      fc.property(lists, (rows) => {
        const sorted = rows
          .sort(([a], [b]) => a - b)
          .map(([fingerprint, list]) => ({
            fingerprint,
            list: list.pieces.length < limit ? list : { count: list.pieces.length, hash: 0x2f0f0 },
          }))
        const bytes = encodeHashedShard(sorted, { space, limit })
        const read = readHashedShard(bytes, new Set(sorted.map(({ fingerprint }) => fingerprint)))
        expect([...read]).toEqual(sorted.map((row) => [row.fingerprint, row.list]))
      }),
    )
  })

  it('gives back a list that is a file of its own', () => {
    fc.assert(
      fc.property(postings, (list) => {
        expect(readSingleList(encodeSingleList(list, space))).toEqual(list)
      }),
    )
  })

  it('gives back every word list', () => {
    const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 24 })
    const lists = fc.uniqueArray(fc.tuple(word, postings), { selector: ([key]) => key })
    fc.assert(
      fc.property(lists, (rows) => {
        const sorted = rows
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([text, list]) => ({ word: text, postings: list }))
        expect(readWordShard(encodeWordShard(sorted, space), () => true)).toEqual(sorted)
      }),
    )
  })

  it('ends on any bytes, with lists or a RangeError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          readHashedShard(bytes, new Set([1, 2]))
          readWordShard(bytes, () => true)
          readSingleList(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
    )
  })
})

describe('lists', () => {
  it('intersect and unite like sets', () => {
    fc.assert(
      fc.property(postings, postings, (a, b) => {
        const inB = new Set(toPieces(b))
        expect(toPieces(intersect([a, b]))).toEqual(toPieces(a).filter((piece) => inB.has(piece)))
        const both = [...new Set([...toPieces(a), ...toPieces(b)])].sort((x, y) => x - y)
        expect(toPieces(unite([a, b]))).toEqual(both)
      }),
    )
  })
})
