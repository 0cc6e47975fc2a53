import { beforeAll, describe, expect, test } from 'vitest'
import { buildLibrary } from '../content/library.ts'
import type { Library } from '../content/library.ts'
import { sitePages } from './site-map.ts'
import type { Page, Views } from './page.ts'

const count = 320
const summary =
  '这是一段够长的摘要，用来让示例成为完整的条目，它只说明谁在什么时候做了什么事，不多说别的话。'

function seed(index: number): string {
  return `id: s${index}
title: 第${index}份报道
publisher: 示例日报
published: 2021-06-09
url: https://example.org/${index}
accessed: 2026-11-01
quality: full
facts:
  - { id: s${index}-f1, statement: 数据库收入600余家企业。, figure: 600, unit: 家企业, qualifier: over, as_of: 2021-06 }
  - { id: s${index}-f2, statement: 其中63家是重点。, figure: 63, unit: 家企业, qualifier: exact }
`
}

function entry(title: string, fields: string, body = ''): string {
  return `---
title: ${title}
summary: ${summary}
date: 2026-11-01
status: published
topics: [组织力]
provenance: compiled
${fields}
---

${body}
`
}

function numbered<Item>(make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

const cases = numbered((index) => ({
  path: `content/cases/case-${index}.md`,
  text: entry(
    `第${index}篇案例`,
    `unit: committee\norganizations: [committee]\nsources: [s${index}]`,
    `## 工作背景\n\n600余家[^s${index}-f1]，63家[^s${index}-f2]，600余家[^s0-f1]。`,
  ),
}))
const others = numbered((index) => ({
  path: `content/organizations/other-${index}.md`,
  text: entry(`第${index}个组织`, 'kind: 协会'),
}))

let library: Library
let pages: Map<string, Page>
beforeAll(() => {
  library = buildLibrary({
    root: '',
    site: { path: 'site.yaml', text: 'name: 门户\nurl: https://example.org\ntopics: [组织力]\n' },
    entries: [
      ...cases,
      ...others,
      {
        path: 'content/organizations/committee.md',
        text: entry('行业党委', 'kind: 行业党委'),
      },
    ],
    seeds: numbered((index) => ({ path: `seeds/s${index}.yaml`, text: seed(index) })),
    media: [],
    captions: [],
    issues: [],
  })
  pages = new Map(sitePages(library).map((page) => [page.path, page]))
})

function propsOf<Name extends keyof Views>(path: string, template: Name): Views[Name] {
  const view = pages.get(path)?.view()
  if (view?.template !== template) throw new Error(`${path} is no ${template}`)
  // The template says what the props are.
  return view.props as Views[Name]
}

/** Every page of a list, by its first. */
function pagesFrom(stem: string): string[] {
  const later = [...pages.keys()].filter((path) => path.startsWith(`${stem}-`))
  return [stem, ...later.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))]
}

const exists = (address: string) => pages.has(address.slice(1).replace(/\.html$/, ''))

describe('a portal too large for its pages', () => {
  test('every figure stands on one page of the figures', () => {
    const shown = pagesFrom('data/figures/index').flatMap((path) =>
      propsOf(path, 'figures').figures.flatMap(({ rows }) => rows.map(({ id }) => id)),
    )
    expect(shown.length).toBe(2 * count)
    expect(new Set(shown).size).toBe(2 * count)
  })

  test('数读 shows a part and leads to the rest', () => {
    const register = propsOf('data', 'register')
    expect(register.totals.cited).toBe(2 * count)
    expect(register.figures.flatMap(({ rows }) => rows).length).toBeLessThan(2 * count)
    expect(exists(register.moreFigures?.href ?? '')).toBe(true)
    const [reports] = register.groups
    expect(reports?.count).toBe(count)
    expect(exists(reports?.more?.href ?? '')).toBe(true)
  })

  test('every source and every organization stands on one page of its list', () => {
    for (const [stem, all] of [
      ['data/sources/index', count],
      ['organizations/index', count + 1],
    ] as const) {
      const shown = pagesFrom(stem).flatMap((path) =>
        propsOf(path, 'grouped').groups.flatMap(({ items }) => items.map((item) => item.href)),
      )
      expect(shown.length, stem).toBe(all)
      expect(new Set(shown).size, stem).toBe(all)
      expect(shown.every(exists), stem).toBe(true)
    }
  })

  test('an organization leads to the cases its page does not show', () => {
    const { cases: some, moreCases } = propsOf('organizations/committee', 'organization')
    expect(some.length).toBeLessThan(count)
    expect(exists(moreCases?.href ?? '')).toBe(true)
    const shown = pagesFrom('organizations/committee/cases').flatMap((path) =>
      propsOf(path, 'list').cases.map((item) => item.href),
    )
    expect(new Set(shown).size).toBe(count)
  })

  test('the search page says what it leaves out and where that is', () => {
    const index = propsOf('search', 'search')
    expect(index.complete).toBe(false)
    const group = index.groups.find(({ id }) => id === 'cases')
    expect(group?.count).toBe(count)
    expect(group?.items.length).toBeLessThan(count)
    expect(exists(group?.more?.href ?? '')).toBe(true)
    expect(exists(index.topics[0]?.more?.href ?? '')).toBe(true)
  })

  test('a fact that everybody cites names a few of them and counts the others', () => {
    const [fact] = propsOf('data/s0', 'source').facts
    expect(fact?.citedBy.length).toBeLessThan(20)
    expect((fact?.citedBy.length ?? 0) + (fact?.others ?? 0)).toBe(count)
  })

  test('every pager leads to pages there are', () => {
    for (const [path, page] of pages) {
      const { props } = page.view()
      if (!('pager' in props) || !props.pager) continue
      const { previous, next, pages: all } = props.pager
      for (const link of [previous, next, ...all])
        expect(link === undefined || exists(link.href), `${path} → ${link?.href}`).toBe(true)
    }
  })
})
