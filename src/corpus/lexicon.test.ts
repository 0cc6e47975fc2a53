import { expect, it } from 'vitest'
import { buildLibrary } from '../content/library.ts'
import type { PortalFiles } from '../content/files.ts'
import { lexiconOf } from './lexicon.ts'

const portalWith = (site: string, organization = ''): PortalFiles => ({
  root: '.',
  site: { path: 'site.yaml', text: site },
  entries: organization ? [{ path: 'content/organizations/one.md', text: organization }] : [],
  seeds: [],
  media: [],
  captions: [],
  issues: [],
})
const known = (site: string, organization?: string) =>
  lexiconOf(buildLibrary(portalWith(site, organization)))
const has = (groups: readonly (readonly string[])[], ...words: string[]): boolean =>
  groups.some((group) => words.every((word) => group.includes(word)))

it('is the inherited table with what the portal adds', () => {
  const { same, near } = known('synonyms:\n  - same: [红色引擎, 党建引领]\n')
  expect(has(same, '红色引擎', '党建引领')).toBe(true)
  expect(has(same, '个保法', '个人信息保护法')).toBe(true)
  expect(has(near, '短视频', '微视频')).toBe(true)
})

it('takes apart what the portal holds to be different', () => {
  const { near } = known('synonyms:\n  - apart: [短视频, 微视频]\n')
  expect(has(near, '短视频', '微视频')).toBe(false)
  expect(has(near, '短视频', '短片')).toBe(true)
})

it('knows the names of an organization as one', () => {
  const organization = `---
title: 某市互联网行业党委
short: 某市党委
aliases: [某市网党委]
summary: 这个组织只用来试检索认不认得它的几个叫法，摘要要够四十个字，所以再补上几个字才行，够了。
date: 2026-01-01
status: published
provenance: original
topics: [组织力]
sources: []
kind: 行业党委
---
`
  const { same, words } = known('', organization)
  expect(has(same, '某市互联网行业党委', '某市党委', '某市网党委')).toBe(true)
  expect(words).toContain('某市网党委')
})
