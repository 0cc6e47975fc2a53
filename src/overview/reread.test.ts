import { describe, expect, it } from 'vitest'
import { buildLibrary } from '../content/library.ts'
import { examplePortal } from '../rules/handbook/portal.ts'
import { factUses, isIn } from './facts.ts'
import { isDue, rereadCard, withRereading } from './reread.ts'
import { traceTable } from './trace.ts'

const seeds = `id: demo
title: 示例报道
publisher: 示例日报
published: 2021-06-09
url: https://example.org/report
accessed: 2026-11-01
quality: full
facts:
  # 逐条核对过
  - id: demo-f01
    statement: 有13个项目先后获奖。 # 照录
    words: [13个项目, 先后获评]
    as_of: undated # 截至目前
  - { id: demo-f02, statement: 另一条。 }
`
const body =
  '## 工作背景\n\n有13个项目先后获奖[^demo-f01]。\n\n## 工作举措\n\n做。\n\n## 工作成效\n\n成。\n'
const example = examplePortal([
  { path: 'seeds/demo.yaml', text: seeds, raw: true },
  { path: 'content/cases/example.md', text: body, raw: false },
])
const library = buildLibrary(example.portal)
const today = '2026-11-29'
const [first, second] = factUses(library, today).filter(({ source }) => source.id === 'demo')
if (!first || !second) throw new Error('the example has two facts')

describe('a second reading', () => {
  const answer = { date: '2026-11-29', role: '第二编辑' }

  it('is written into the file, and nothing else changes', () => {
    expect(withRereading(seeds, 'demo-f01', answer)).toBe(
      seeds.replace(
        '# 截至目前\n',
        '# 截至目前\n    reread: { date: 2026-11-29, role: 第二编辑 }\n',
      ),
    )
    expect(withRereading(seeds, 'demo-f02', answer)).toBe(
      seeds.replace('另一条。 }', '另一条。, reread: { date: 2026-11-29, role: 第二编辑 } }'),
    )
    expect(withRereading(seeds, 'demo-f09', answer)).toBeUndefined()
  })

  it('takes the place of an earlier one, and keeps what is said against the fact', () => {
    const once = withRereading(seeds, 'demo-f01', answer) ?? ''
    const differs = '原文是“陆续, 获评”：少一个词'
    const twice = withRereading(once, 'demo-f01', { ...answer, differs }) ?? ''
    expect(twice.match(/reread/g)).toHaveLength(1)
    const read = buildLibrary(
      examplePortal([{ path: 'seeds/demo.yaml', text: twice, raw: true }]).portal,
    )
    expect(read.facts.get('demo-f01')?.fact.reread).toEqual({ ...answer, differs })
  })

  it('is due where a page rests on the fact: never read, disputed, or a year ago', () => {
    expect([first, second].map((use) => isIn(use, 'due'))).toEqual([true, false])
    const dueAfter = (reread: typeof answer & { differs?: string }) =>
      isDue({ ...first, fact: { ...first.fact, reread } }, today)
    expect(dueAfter(answer)).toBe(false)
    expect(dueAfter({ ...answer, date: '2025-11-01' })).toBe(true)
    expect(dueAfter({ ...answer, differs: '少了“先后”' })).toBe(true)
  })
})

it('a reader sees fact, words, time, link and use side by side', () => {
  const card = rereadCard(first, library)
  for (const part of ['有13个项目先后获奖。', '“13个项目”“先后获评”', '截至刊发时（2021年6月9日）'])
    expect(card).toContain(part)
  expect(card).toContain('https://example.org/report')
  expect(card).toMatch(/content\/cases\/example\.md:\d+\n {4}有13个项目先后获奖\[\^demo-f01\]。/)
})

it('a source is traced from its words to the pages that use them', () => {
  const { rows } = traceTable([first, second], library)
  expect(rows.map((row) => [row[1], row[2], row[6]])).toEqual([
    ['“13个项目”“先后获评”', 'demo-f01', '示例条目'],
    ['', 'demo-f02', '没有引用'],
  ])
})
