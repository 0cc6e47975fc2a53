import { describe, expect, it } from 'vitest'
import { readFrontMatter } from './front-matter.ts'
import { parseFields } from './yaml-fields.ts'

function faults(text: string): string[] {
  const { issues } = parseFields(text, { file: 'a.md', firstLine: 1 })
  return issues.map(({ line, column, message, hint }) => `${line}:${column} ${message}${hint}`)
}

describe('a slip in typing is named where it stands', () => {
  it.each([
    ['title：甲\ndate: 2026-11-01', '1:6 title 后面的冒号是全角的“：”'],
    [
      'title:\u00a0甲\ndate: 2026-11-01',
      '1:7 title 的冒号后面是从网页或 Word 粘贴来的不换行空格（U+00A0）',
    ],
    ['title:\u3000甲\ndate: 2026-11-01', '1:7 title 的冒号后面是全角空格'],
    ['title:甲\ndate: 2026-11-01', '1:6 title 的冒号后面少了一个空格。'],
    [
      'sources:\n\u00a0\u00a0- demo\ndate: 2026-11-01',
      '2:1 行首的缩进是从网页或 Word 粘贴来的不换行空格',
    ],
    ['sources:\n\t- demo', '2:1 缩进用了制表符（Tab）。'],
    ['title: @甲', '1:8 title 的值以 @ 开头'],
    ['title: "甲\ndate: 2026-11-01', 'title 的值少了右边的引号。'],
    ['topics: [甲, 乙］\ndate: 2026-11-01', 'topics 的方括号没有写完。'],
    ['title: 甲: 乙', '一行里有两个“冒号加空格”。'],
    [' title: 甲\nsummary: 乙\ndate: 2026-11-01\nstatus: draft', '第一个字段前面多了空格'],
  ])('%j', (text, said) => {
    const found = faults(text)
    expect(found.join('\n')).toContain(said)
    // One slip is told once, and no code of the parser is printed.
    expect(found).toHaveLength(1)
    expect(found.join()).not.toMatch(/[A-Z]+_[A-Z]+/)
  })
})

describe('a file that does not begin with its fields', () => {
  it.each([
    ['', '文件是空的。'],
    ['———\ntitle: 甲\n———\n', '开头这一行是“———”，不是三个半角的连字符。'],
    ['\n---\ntitle: 甲\n---\n', '--- 前面空了一行。'],
    ['正文', '文件开头没有字段。'],
    ['---\ntitle: 甲\n', '字段没有结束'],
  ])('%j says why', (text, said) => {
    const [issue] = readFrontMatter({ path: 'a.md', text }).issues
    expect(issue?.message).toContain(said)
  })
})
