import { expect, test } from 'vitest'
import { markParts } from './marks.ts'

test('cuts a text at its ranges and loses nothing', () => {
  const parts = markParts('网络公益与网络治理', [
    { start: 0, end: 2 },
    { start: 5, end: 7 },
  ])
  expect(parts).toEqual([
    { text: '网络', marked: true },
    { text: '公益与', marked: false },
    { text: '网络', marked: true },
    { text: '治理', marked: false },
  ])
})

test('a text without ranges is one part, an empty text none', () => {
  expect(markParts('公益', [])).toEqual([{ text: '公益', marked: false }])
  expect(markParts('', [])).toEqual([])
})
