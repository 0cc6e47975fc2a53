import { describe, expect, it } from 'vitest'
import type { PortalFiles } from './files.ts'
import { buildLibrary } from './library.ts'

const front = (fields: string) => `---
title: 测试案例
summary: 这是一段只用于测试的摘要，凑满四十个字才能通过模型的长度检查，内容没有任何含义，请勿当真，也不要引用它。
date: 2026-01-01
status: published
provenance: sample
${fields}
---
## 工作背景

正文。
`
const portal = (
  entries: Record<string, string>,
  seeds: Record<string, string> = {},
): PortalFiles => ({
  root: '/',
  site: { path: 'site.yaml', text: 'name: 测试\n' },
  entries: Object.entries(entries).map(([path, text]) => ({ path, text })),
  seeds: Object.entries(seeds).map(([path, text]) => ({ path, text })),
  media: [],
  captions: [],
  issues: [],
})

describe('buildLibrary', () => {
  it('reads an entry with its address', () => {
    const library = buildLibrary(portal({ 'content/cases/a.md': front('unit: org\nsources: [s]') }))
    expect(library.issues).toEqual([])
    expect(library.entries.map(({ path, url }) => [path, url])).toEqual([
      ['/cases/a', '/cases/a.html'],
    ])
  })

  it('lets one broken file hide nothing of another', () => {
    const library = buildLibrary(
      portal({
        'content/cases/a.md': '---js\n1\n---\n',
        'content/cases/b.md': front('unit: org\nsources: [s]\ntitel: 错'),
        'content/cases/c.md': front('unit: org\nsources: []'),
        'content/cases/d.md': front('unit: org\nsources: [s]'),
        'content/elsewhere/e.md': front(''),
      }),
    )
    expect(library.entries.map(({ slug }) => slug)).toEqual(['d'])
    expect(library.rejected).toHaveLength(4)
    expect(library.issues.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
      'content/cases/a.md:1 front-matter-is-yaml',
      'content/cases/b.md:9 field-is-known',
      'content/cases/c.md:8 field-matches-model',
      'content/elsewhere/e.md:1 file-belongs-here',
    ])
    expect(library.issues[1]?.hint).toBe('你是不是要写 title？')
    expect(library.issues[2]?.hint).toBe('至少要写一个来源。')
  })

  it('names the missing field, the wrong value and the allowed ones', () => {
    const text = front('unit: org\nsources: [s]')
      .replace('status: published', 'status: publised')
      .replace('date: 2026-01-01\n', '')
    const { issues } = buildLibrary(portal({ 'content/cases/a.md': text }))
    expect(issues.map(({ message, hint }) => `${message}${hint ?? ''}`)).toEqual([
      '缺少 date。补上这个字段。',
      'status 的值不对：“publised”。只能是 draft、published、withdrawn 之一。',
    ])
  })

  it('refuses a fact id used twice, and keeps the first', () => {
    const seed = (id: string) =>
      `id: ${id}\ntitle: 测试来源\npublisher: 测试\npublished: null\nurl: https://example.org/\naccessed: "2026-01-01"\nquality: full\nfacts:\n  - { id: t-f01, statement: 测试事实 }\n`
    const library = buildLibrary(
      portal({}, { 'seeds/a.yaml': seed('a'), 'seeds/b.yaml': seed('b') }),
    )
    expect(library.facts.get('t-f01')?.source.id).toBe('a')
    expect(library.issues.map(({ rule, file }) => [rule, file])).toEqual([
      ['fact-id-is-unique', 'seeds/b.yaml'],
    ])
  })

  it('gives a portal without site.yaml sensible settings', () => {
    const { site } = buildLibrary({ ...portal({}), site: undefined })
    expect(site).toMatchObject({ name: '潮头', base: '/' })
    expect(site.topics[0]).toEqual({ name: '组织力', slug: 'zu-zhi-li' })
  })

  it('gives the same value whatever order the files come in', () => {
    const entries = {
      'content/cases/a.md': front('unit: o\nsources: [s]'),
      'content/cases/b.md': front('unit: o\nsources: [s]'),
    }
    const one = buildLibrary(portal(entries))
    const other = buildLibrary(portal(Object.fromEntries(Object.entries(entries).reverse())))
    expect(other.entries.map(({ path }) => path)).toEqual(one.entries.map(({ path }) => path))
  })
})
