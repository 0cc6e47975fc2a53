import { describe, expect, it } from 'vitest'
import { BitReader } from './bits.ts'
import { countFacet } from '../exact/filter.ts'
import { decodeFacet, encodeFacet } from './facets.ts'
import { hashName, hashOfName } from './hash.ts'
import { decodeNeighbours, encodeNeighbours } from './neighbours.ts'
import { decodePiece, encodePiece, haystackOf, type Piece } from './piece.ts'
import { decodePinyinTable, encodePinyinTable } from './pinyin-table.ts'
import { decodeZones, encodeZones, entryOf } from './zones.ts'
import fc from '../../../tests/fast-check.ts'

const space = 4000
const ids = fc.uniqueArray(fc.nat(space - 1)).map((list) => list.sort((a, b) => a - b))
const han = fc.integer({ min: 0x4e00, max: 0x9fff })

describe('small files', () => {
  it('zones', () => {
    const zone = fc.record({ start: fc.nat(space), stride: fc.integer({ min: 1, max: 300 }) })
    const list = fc.array(zone).map((all) => all.sort((a, b) => a.start - b.start))
    fc.assert(
      fc.property(list, (zones) => {
        expect(decodeZones(encodeZones(zones))).toEqual(zones)
      }),
    )
    const zones = [
      { start: 0, stride: 1 },
      { start: 5, stride: 3 },
    ]
    expect([4, 5, 7, 8, 10, 11].map((piece) => entryOf(piece, zones))).toEqual([4, 5, 5, 8, 8, 11])
    expect(entryOf(7, [])).toBe(7)
  })

  it('facets', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), ids), (values) => {
        const facet = new Map(Object.entries(values))
        const bytes = encodeFacet(facet, space)
        expect(decodeFacet(bytes, space, (at) => new BitReader(bytes, at))).toEqual(facet)
      }),
    )
    const facet = new Map([
      ['案例', [1, 2]],
      ['视频', [3]],
    ])
    expect(countFacet(facet, new Set([2, 9]))).toEqual([{ value: '案例', count: 1 }])
  })

  it('names', () => {
    fc.assert(fc.property(fc.nat(0xffffff), (hash) => hashOfName(hashName(hash)) === hash))
  })

  it('the pinyin table', () => {
    const row = {
      syllable: 'gong',
      after: 'AAAA',
      before: 'zz_-',
      main: [0x516c, 0x5de5],
      other: [],
    }
    const { rows, syllablesOf } = decodePinyinTable(encodePinyinTable([row]))
    expect([...(rows.get('gong')?.main ?? [])].sort()).toEqual([0x516c, 0x5de5].sort())
    expect(rows.get('gong')).toMatchObject({ after: 'AAAA', before: 'zz_-' })
    expect(syllablesOf.get(0x516c)).toEqual(['gong'])
  })

  it('neighbours', () => {
    fc.assert(
      fc.property(fc.uniqueArray(han), (codes) => {
        const sorted = codes.sort((a, b) => a - b)
        const neighbours = sorted.map((code) => ({ code, count: 3, inTitle: code % 2 === 0 }))
        const read = decodeNeighbours(encodeNeighbours([{ code: 0x515a, neighbours }]))
        expect([...(read.get(0x515a)?.keys() ?? [])]).toEqual(sorted)
      }),
    )
  })

  it('pieces', () => {
    const piece: Piece = {
      path: '/videos/a.html',
      title: '党建',
      kind: 'videos',
      kindLabel: '视频',
      date: '2021-09',
      traditional: false,
      sections: [
        { field: 'transcript', text: '行业', at: 0 },
        { field: 'transcript', text: '党委', at: 2.5 },
      ],
    }
    expect(decodePiece(encodePiece(piece))).toEqual(piece)
    const noted = { ...piece, note: '来自：别处' }
    expect(decodePiece(encodePiece(noted))).toEqual(noted)
    expect(haystackOf(piece).text).toBe('党建\n行业党委')
    expect(() => decodePiece(new TextEncoder().encode('<html>'))).toThrow(SyntaxError)
  })
})
