import { expect, test } from 'vitest'
import { makeSnippet } from './snippet.ts'

const before = '前面一句讲了别的事情，写得比较长，好让片段不从头开始。'

test.each([
  ['a sentence', `${before}数据库有600余家企业。`, '数据库', '数据库有600余家企业。'],
  [
    'not a remark on the sentence before',
    `${before}底数更清了。（600余家企业）另有63家重点。`,
    '600余家',
    '底数更清了。（600余家企业）',
  ],
  [
    'not what closes a quotation',
    `${before}他说：“清楚了。”数据库有600余家。`,
    '数据库',
    '数据库有600余家。',
  ],
])('a snippet starts with %s', (_what, text, word, start) => {
  const at = text.indexOf(word)
  const snippet = makeSnippet(text, [{ start: at, end: at + word.length }])
  expect(snippet.text.slice(0, start.length)).toBe(start)
  const [range] = snippet.ranges
  expect(snippet.text.slice(range?.start, range?.end)).toBe(word)
  expect(snippet.text).not.toMatch(/^[（”’」』）]/)
})

test('a snippet neither begins nor ends within a date or a number', () => {
  const said = `${'前文很长'.repeat(10)}，斗鱼在2017年6月30日于武汉成立党支部`
  const word = '党支部'
  for (let more = 0; more < 12; more++) {
    const text = `${said.slice(0, -3)}${'的'.repeat(more)}${word}，${'后文'.repeat(30)}2018年12月31日起执行`
    const at = text.indexOf(word)
    const snippet = makeSnippet(text, [{ start: at, end: at + word.length }])
    expect(snippet.text).not.toMatch(/^…(?:\d日|月|日|年)/)
    expect(snippet.text).not.toMatch(/(?<!\d)\d{1,3}…$|年\d*…$/)
    expect(snippet.text).toContain(word)
  }
})
