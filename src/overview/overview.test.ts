import { describe, expect, it } from 'vitest'
import { buildLibrary } from '../content/library.ts'
import { examplePortal } from '../rules/handbook/portal.ts'
import { editionTables } from './edition.ts'
import { factList, factRows, factUses } from './facts.ts'
import { editionHtml, editionMarkdown } from './write.ts'

const today = '2026-11-25'
const file = (path: string, text: string) => ({ path, text, raw: false })
const { portal } = examplePortal([
  file('content/cases/late.md', '---\nreview_by: 2026-01-01\n---\n\n600余家[^demo-f01]。\n'),
  file(
    'content/cases/mended.md',
    '---\ncorrections:\n  - { date: 2026-11-02, was: 6家, now: 60家, why: <抄错> }\n---\n',
  ),
])
const library = buildLibrary(portal)
/** Facts of the example portal's one source, of which one is cited. */
const facts = library.sources.get('demo')?.data.facts.length ?? 0

describe('the list of facts', () => {
  const uses = factUses(library, today)
  const use = (id: string) => uses.find(({ fact }) => fact.id === id)

  it('says where each fact is cited, and what is late', () => {
    expect(use('demo-f01')?.cited.map(({ file }) => file)).toEqual(['content/cases/late.md'])
    const line = use('demo-f01')?.cited[0]?.line ?? 0
    expect(library.byPath.get('/cases/late')?.text.split('\n')[line - 1]).toContain('600余家')
    expect(use('demo-f01')?.overdue).toEqual(['content/cases/late.md'])
    expect(use('demo-f02')?.cited).toEqual([])
  })

  it('is grouped by use', () => {
    const text = factList(uses, ['uncited', 'unverified'])
    expect(text).toMatch(`没有引用的（${facts - 1}）\n  demo-f02  其中63家是市级重点。`)
    expect(text).toContain('没有读到原文的（1）\n  demo-f06')
    expect(JSON.parse(factRows(uses))).toHaveLength(facts)
  })
})

describe('the report of an edition', () => {
  const issue = { file: 'a', line: 1, column: 1, rule: 'some-rule', message: '', severity: 'error' }
  const tables = editionTables(library, [{ ...issue, severity: 'error' }], today)
  const rowsOf = (title: string) => tables.find((table) => table.title === title)?.rows

  it('counts, and lists what is due', () => {
    expect(rowsOf('条目')?.find(([label]) => label === '案例')).toEqual(['案例', 1, 3, 1, 5])
    expect(rowsOf('复核到期')?.[0]?.slice(0, 2)).toEqual(['2026-01-01', '已过'])
    expect(rowsOf('复核的月份')).toEqual([['已过', 1]])
    expect(rowsOf('来源')?.[0]).toEqual(['报道', 1, 1, 0, facts])
    expect(rowsOf('检查')).toEqual([['some-rule', 1, 0]])
  })

  it('is a page whose texts are only texts', () => {
    const html = editionHtml({ title: '测试内容报告', today, tables })
    expect(html).toContain('&lt;抄错&gt;')
    // Of 5 cases 3 are published, 1 is a draft, 1 withdrawn: one bar of three parts, to one scale.
    const row = /<td>案例<\/td>.*?<\/tr>/.exec(html)?.[0] ?? ''
    expect(row.match(/x="[^"]+" width="[^"]+"/g)).toEqual([
      'x="0.00%" width="60.00%"',
      'x="60.00%" width="20.00%"',
      'x="80.00%" width="20.00%"',
    ])
    expect(html).not.toMatch(/<script|\son\w+=|\sstyle=/)
    const markdown = editionMarkdown({ title: '测试内容报告', today, tables })
    expect(markdown).toContain('| 2026-11-02 | 6家 | 60家 | <抄错> | content/cases/mended.md |')
  })
})
