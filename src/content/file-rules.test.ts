import { describe, expect, it } from 'vitest'
import { nameIssue } from './file-rules.ts'

const issue = (name: string) => nameIssue(`content/cases/${name}`, name, new Map())?.message

describe('a file name', () => {
  it.each(['a.md', 'console.md', 'com10.md', 'nullable.md', '2021-09.md'])('may be %s', (name) => {
    expect(issue(name)).toBeUndefined()
  })

  it.each(['con.md', 'nul', 'aux.mp4', 'com1.md', 'lpt9.vtt'])(
    'may not be the device %s',
    (name) => {
      expect(issue(name)).toMatch('Windows')
    },
  )

  it.each([
    'a .md',
    'a.',
    'a.md.',
    ' a.md',
    'a:b.md',
    'a?.md',
    'a|b.md',
    '"a".md',
    'a*.md',
    '<a>.md',
    'a\\b.md',
    'A.md',
    '甲.md',
  ])('may not be %s', (name) => {
    expect(issue(name)).toMatch('不能用的字符')
  })

  it.each([
    ['.DS_Store', '苹果电脑自己留下的'],
    ['._a.md', '苹果电脑自己留下的'],
    ['Thumbs.db', '这是 Windows 自己留下的'],
    ['~$a.docx', 'Word 或 WPS 打开文件时留下的记号'],
  ])('%s may be deleted', (name, said) => {
    const found = nameIssue(`content/cases/${name}`, name, new Map())
    expect(found?.message).toContain(said)
    expect(found).toMatchObject({ severity: 'warning', hint: '可以放心删去。' })
  })

  it('may not differ from its neighbour in case or Unicode form only', () => {
    const seen = new Map<string, string>()
    expect(nameIssue('content/a.md', 'a.md', seen)).toBeUndefined()
    expect(nameIssue('content/A.md', 'A.md', seen)?.message).toMatch('只差大小写')
  })
})
