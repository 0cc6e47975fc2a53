import { expect, test } from 'vitest'
import { alignedWith } from './alignment.ts'

const text = ['收入600余家企业，', '其中63家是重点。', '收入600余家企业，', '“余”不能丢。']

test('what is said is found in its sentence, whatever marks stand in it', () => {
  expect(alignedWith(text, ['收入 600余家企业', '其中63家——是重点。', '“余”不能丢'])).toEqual([
    0, 1, 3,
  ])
})

test('a sentence said in parts, and parts that run over two', () => {
  expect(alignedWith(text, ['收入600', '余家企业其中63家', '是重点'])).toEqual([0, 0, 1])
})

test('a sentence said twice is found in its turn', () => {
  expect(alignedWith(text, [text[0] ?? '', text[2] ?? ''])).toEqual([0, 2])
})

test('what is in no sentence is in none, and what follows is found all the same', () => {
  expect(alignedWith(text, ['各位听众', '其中63家是重点', '…'])).toEqual([undefined, 1, undefined])
})
