import { describe, expect, it } from 'vitest'
import { characterEnd, fold } from './fold.ts'
import fc from '../../../tests/fast-check.ts'

const table = new Map([
  ['網', '网'],
  ['絡', '络'],
])

describe('fold', () => {
  it.each([
    ['Ｅ心跟党走', 'e心跟党走'],
    ['網絡公益', '网络公益'],
    ['63 家', '63家'],
    ['使用 Linux 系统', '使用linux系统'],
    ['第一章 总 则', '第一章 总 则'],
    ['为民、务实', '为民 务实'],
    ['㈠', ' 一 '],
    ['一段\n二段', '一段\n二段'],
  ])('brings %j to %j', (written, folded) => {
    expect(fold(written, table).text).toBe(folded)
  })

  it('keeps blanks when asked, because they part the terms of a query', () => {
    expect(fold('2021 网络', table, true).text).toBe('2021 网络')
  })

  it('maps every folded unit back into the original, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text, table)
        expect(folded.offsets).toHaveLength(folded.text.length + 1)
        expect(folded.offsets.at(-1)).toBe(text.length)
        folded.offsets.slice(0, -1).forEach((offset, i) => {
          expect(offset).toBeLessThanOrEqual(folded.offsets[i + 1] ?? 0)
          expect(characterEnd(text, offset)).toBeLessThanOrEqual(text.length)
        })
      }),
    )
  })

  it('settles: folding twice is folding for good', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const twice = fold(fold(text, table).text, table).text
        expect(fold(twice, table).text).toBe(twice)
      }),
    )
  })
})
