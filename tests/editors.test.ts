import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { collections } from '../src/model/index.ts'
import { snippets } from '../src/model/handbook/snippets.ts'
import { github } from '../src/report/github.ts'
import { plain } from '../src/report/report.ts'

const folder = fileURLToPath(new URL('../.vscode/', import.meta.url))
const matcher = z.object({
  regexp: z.string(),
  ...Object.fromEntries(
    ['file', 'line', 'column', 'code', 'message'].map((key) => [key, z.number()]),
  ),
})
const tasks = z.object({
  tasks: z.array(z.object({ label: z.string(), problemMatcher: z.unknown() })),
})

describe('VS Code', () => {
  it('understands every line of the check', () => {
    const { tasks: all } = tasks.parse(JSON.parse(readFileSync(`${folder}tasks.json`, 'utf8')))
    const check = all.find(({ label }) => label === '检查内容')
    const { pattern } = z.object({ pattern: matcher }).parse(check?.problemMatcher)
    const at = { file: 'content/cases/a.md', line: 3, column: 7 }
    const said = { rule: 'some-rule', message: '没有“甲”。', hint: '改成乙。' }
    const issues = [
      { ...at, ...said, severity: 'error' as const, endLine: 3, endColumn: 9 },
      { ...at, ...said, severity: 'warning' as const, endLine: 5, endColumn: 1 },
      { ...at, ...said, severity: 'error' as const, hint: undefined },
    ]
    const none = { entries: 0, rules: [], textOf: () => undefined, pageOf: () => '', paint: plain }
    const lines = github({ ...none, issues })
      .trim()
      .split('\n')
    for (const line of lines) {
      const found = new RegExp(pattern.regexp).exec(line)
      expect(found?.slice(2, 4)).toEqual(['content/cases/a.md', '3'])
      expect(found?.slice(5)).toEqual(['some-rule', '没有“甲”。'])
    }
  })

  it('offers every field of the model, one added to it as well', () => {
    const schema = collections.cases.schema.extend({ hotline: z.string().meta({ title: '热线' }) })
    const all = snippets({ ...collections, cases: { ...collections.cases, schema } })
    expect(all['热线（hotline）']).toMatchObject({ prefix: 'hotline', body: ['hotline: $0'] })
    expect(all['标题（title）']?.description).toContain('一个标题只说一件事')
  })
})
