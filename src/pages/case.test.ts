import { describe, expect, test } from 'vitest'
import { buildLibrary } from '../content/library.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { examplePortal } from '../rules/handbook/portal.ts'
import { caseView } from './case.ts'
import { listPages } from './listing.ts'
import { Relations } from './related.ts'

const { portal } = examplePortal([
  {
    path: 'content/cases/told.md',
    raw: false,
    text: `---
regions: [广东省/广州市/花都区]
measures:
  - { name: 联盟, text: 63家是市级重点。, cites: [demo-f02, demo-f01] }
---
收入600余家[^demo-f01]，其中63家[^demo-f02]是市级重点。
`,
  },
  {
    path: 'content/cases/short.md',
    raw: false,
    text: `---
title: 一件小事
regions: [内蒙古自治区/阿拉善盟]
year: 2021
brief: true
measures:
  - { name: 联盟, text: 收入600余家。, cites: [demo-f01] }
---
收入600余家[^demo-f01]。
`,
  },
])
const library = buildLibrary(portal)

function caseIn({ byPath }: Library, slug: string): EntryOf<'cases'> {
  const entry = byPath.get(`/cases/${slug}`)
  if (entry?.collection !== 'cases') throw new Error(`no case ${slug}`)
  return entry
}

const viewOf = (slug: string) =>
  caseView(library, caseIn(library, slug), new Relations(library)).info

const pageAt = (path: string) => {
  const page = listPages(library).find((one) => one.path === path)
  if (!page) throw new Error(`no list at ${path}`)
  return page.view()
}

describe('the card of a case', () => {
  test('names its measures, leads to others that took them and to the notes they rest on', () => {
    const row = viewOf('told').find(({ label }) => label === '举措')
    expect(row?.items).toEqual([
      {
        text: '联盟',
        href: '/cases/measure/alliance.html',
        says: '63家是市级重点。',
        notes: [
          { number: 1, id: 'demo-f01' },
          { number: 2, id: 'demo-f02' },
        ],
      },
    ])
  })

  test('has no row for a case without measures', () => {
    expect(viewOf('demo').map(({ label }) => label)).not.toContain('举措')
  })
})

describe('the list of cases', () => {
  test('sets briefs apart in lines of their own, and counts them', () => {
    const { cases, briefs, count } = pageAt('cases/index')
    expect(briefs.map(({ title, about }) => [title, ...about])).toEqual([
      ['一件小事', '内蒙古阿拉善', '2021年'],
    ])
    expect(cases.map(({ href }) => href)).not.toContain('/cases/short.html')
    expect(count).toBe(cases.length + 1)
  })

  test('leaves what cases did to its tables', () => {
    const paths = listPages(library).map(({ path }) => path)
    expect(paths).toContain('cases/region/guangdong')
    expect(paths.filter((path) => path.startsWith('cases/measure/'))).toEqual([])
  })

  test('carries what each brief is narrowed by', () => {
    expect(pageAt('cases/index').briefs[0]?.tags).toMatchObject({
      measure: ['alliance'],
      region: ['neimenggu'],
    })
  })
})
