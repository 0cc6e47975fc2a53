import { describe, expect, test } from 'vitest'
import { unzipSync, strFromU8 } from 'fflate'
import type { WordBlock } from './blocks.ts'
import { wordFile } from './file.ts'

const text = (words: string) => [{ text: words }]
const item = (list: number, words: string): WordBlock => ({
  kind: 'paragraph',
  runs: text(words),
  place: { list, level: 0, numbered: true },
})
const file = (blocks: readonly WordBlock[]) =>
  wordFile({ title: '一张<单子>', creator: '潮头', blocks })
const partsOf = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
const bodyOf = (blocks: readonly WordBlock[]) =>
  partsOf(file(blocks)).get('word/document.xml') ?? ''

describe('a Word file', () => {
  test('names every part it has, and no other', () => {
    const parts = partsOf(file([]))
    const named = Array.from(
      (parts.get('[Content_Types].xml') ?? '').matchAll(/PartName="\/([^"]+)"/g),
      ([, name]) => name,
    )
    expect([...parts.keys()].filter((name) => !/rels$|Content_Types/.test(name)).sort()).toEqual(
      named.sort(),
    )
  })

  test('is the same bytes for the same text', () => {
    const blocks: WordBlock[] = [{ kind: 'paragraph', runs: text('一句话。') }]
    expect(file(blocks)).toEqual(file(blocks))
  })

  test('holds what XML reserves and what it cannot hold', () => {
    const body = bodyOf([{ kind: 'paragraph', runs: text('甲 < 乙 & "丙"\u0000') }])
    expect(body).toContain('一张&lt;单子&gt;')
    expect(body).toContain('甲 &lt; 乙 &amp; &quot;丙&quot;\ufffd')
  })

  test('counts every numbered list from one', () => {
    const parts = partsOf(file([item(1, '甲'), item(1, '乙'), item(4, '丙')]))
    const ids = Array.from(
      (parts.get('word/document.xml') ?? '').matchAll(/<w:numId w:val="(\d+)"/g),
      ([, id]) => id,
    )
    expect(ids).toEqual(['2', '2', '3'])
    for (const id of new Set(ids))
      expect(parts.get('word/numbering.xml')).toMatch(
        new RegExp(`<w:num w:numId="${id}">.*?<w:startOverride w:val="1"/>`),
      )
  })

  test('leaves room where a hand writes, and repeats the head of a table', () => {
    const body = bodyOf([
      {
        kind: 'table',
        head: [text('事项'), text('填在这里')],
        rows: [[text('很长很长的一项内容'), []]],
      },
    ])
    const [first = 0, second = 0] = Array.from(
      body.matchAll(/<w:gridCol w:w="(\d+)"/g),
      ([, width]) => Number(width),
    )
    expect(second).toBeGreaterThan(first)
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(body).toContain('w:hRule="atLeast"')
  })
})
