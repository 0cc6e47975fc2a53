import { expect, test } from 'vitest'
import { anchorOf, findAnchor } from './anchor.ts'
import fc from '../../tests/fast-check.ts'

const text =
  '行业党委选定了三十多家重点企业作为联系点。联系点不是挂牌，而是有人去、有事办。每个联系点有一位领导联系，联系点的问题当面听、当面答。'

function mark(words: string, nth = 0) {
  let from = -1
  for (let count = 0; count <= nth; count += 1) from = text.indexOf(words, from + 1)
  return anchorOf(text, { from, to: from + words.length })
}

function found(edited: string, anchor: ReturnType<typeof mark>): string | undefined {
  const span = findAnchor(edited, anchor)
  return span && edited.slice(span.from, span.to)
}

test('any span of a text is found again where it was', () => {
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 40 }), (from, length) => {
      const span = { from, to: Math.min(text.length, from + length) }
      expect(findAnchor(text, anchorOf(text, span))).toEqual(span)
    }),
  )
})

test('words that come several times are told apart by what stands around them', () => {
  const third = mark('联系点', 2)
  expect(findAnchor(`先说联系点。${text}`, third)?.from).toBe(third.start + 6)
})

test('a span is found after the text before it changed', () => {
  const anchor = mark('有人去、有事办')
  expect(found(text.replace('选定了三十多家重点企业', '在各区选定了三十多家企业'), anchor)).toBe(
    '有人去、有事办',
  )
})

test('a span is found after a small edit inside it', () => {
  const anchor = mark('每个联系点有一位领导联系')
  expect(found(text.replace('有一位领导', '都有一位领导'), anchor)).toBe(
    '每个联系点都有一位领导联系',
  )
  expect(found(text.replace('每个联系点', '各联系点'), anchor)).toContain('联系点有一位领导联系')
})

test('a span whose words are gone is not found', () => {
  const anchor = mark('联系点不是挂牌，而是有人去、有事办')
  expect(
    found('这一页已经重写，讲的是完全不同的另外一件事情，没有一句和从前相同。', anchor),
  ).toBeUndefined()
  expect(findAnchor('', anchor)).toBeUndefined()
})

test('a span of many paragraphs is found by its ends', () => {
  const long = Array.from(
    { length: 60 },
    (_, number) => `第${number}句说的是第${number * 7}件事。`,
  ).join('')
  const anchor = anchorOf(long, { from: 20, to: 620 })
  const edited = `新的开头。${long.replace('第30句说的是', '第30句改说')}`
  expect(findAnchor(edited, anchor)).toEqual({ from: 25, to: 624 })
})
