import { describe, expect, it } from 'vitest'
import type { Issue } from '../model/issue.ts'
import { codequality } from './codequality.ts'
import { markdown } from './markdown.ts'
import { plain } from './report.ts'

const none = { entries: 3, rules: [], textOf: () => undefined, paint: plain }
const issue: Issue = {
  file: 'content/cases/a.md',
  line: 7,
  column: 2,
  rule: 'figure-is-cited',
  severity: 'error',
  message: '“600余家”没有标来源。',
  hint: '在数字后面写[^事实编号]。',
}
const report = (issues: Issue[], page = 'docs/handbook/rules/') => ({
  ...none,
  issues,
  pageOf: (rule: string) => `${page}${rule}.html`,
})

describe('the page of a check', () => {
  it('tells file by file what is wrong and what to do', () => {
    const text = markdown(
      report([issue, { ...issue, file: 'seeds/b.yaml', severity: 'warning', hint: undefined }]),
    )
    expect(text).toBe(
      [
        '## ❌ 内容检查',
        '检查了 3 个条目：1 个错误，1 个提醒，在 2 个文件里。',
        '### `content/cases/a.md`',
        '| 行 | 级别 | 哪里不对 | 怎样改 | 规则 |\n| ---: | --- | --- | --- | --- |\n| 7 | 错误 | “600余家”没有标来源。 | 在数字后面写\\[^事实编号\\]。 | `figure-is-cited` |',
        '### `seeds/b.yaml`',
        '| 行 | 级别 | 哪里不对 | 怎样改 | 规则 |\n| ---: | --- | --- | --- | --- |\n| 7 | 提醒 | “600余家”没有标来源。 |  | `figure-is-cited` |\n',
      ].join('\n\n'),
    )
  })

  it('says that all is well, and links rules that are published', () => {
    expect(markdown(report([]))).toBe('## ✅ 内容检查\n\n检查了 3 个条目，没有发现问题。\n')
    const page = 'https://example.org/handbook/rules/'
    expect(markdown(report([issue], page))).toContain(
      '[figure-is-cited](https://example.org/handbook/rules/figure-is-cited.html)',
    )
  })

  it('shows words of a file as words', () => {
    const message = '没有“![x](https://example.org/a.png) <img src=x> @someone | `a`\n”。'
    const text = markdown(report([{ ...issue, message, file: 'content/`a|b.md' }]))
    expect(text).not.toMatch(/!\[x\]\(|<img|@someone|[^\\]\| `a`/)
    expect(text).toContain('### `content/ab.md`')
    expect(text.split('\n').filter((line) => line.startsWith('| 7'))).toHaveLength(1)
  })

  it('stops where a platform would', () => {
    const many = Array.from({ length: 305 }, (_, index) => ({ ...issue, line: index + 1 }))
    expect(markdown(report(many))).toContain('还有5处没有列出。')
  })
})

describe("GitLab's code quality", () => {
  it('knows an issue again that moved, and tells two of a kind apart', () => {
    const read = (issues: Issue[]) =>
      JSON.parse(codequality(report(issues))) as { fingerprint: string }[]
    const [first, second] = read([issue, { ...issue, line: 9 }])
    expect(first).toMatchObject({
      description: '“600余家”没有标来源。在数字后面写[^事实编号]。',
      check_name: 'figure-is-cited',
      severity: 'major',
      location: { path: 'content/cases/a.md', lines: { begin: 7 } },
    })
    expect(first?.fingerprint).not.toBe(second?.fingerprint)
    expect(read([{ ...issue, line: 8 }])[0]?.fingerprint).toBe(first?.fingerprint)
  })
})
