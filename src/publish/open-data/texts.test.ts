import { describe, expect, it } from 'vitest'
import { buildLibrary } from '../../content/library.ts'
import { openFiles } from '../../model/open-data.ts'
import { textFiles, caseTexts } from './texts.ts'

const page = (body: string) => `---
title: 一个案例
summary: 这一篇只用来试开放数据里有哪些话：正文的话都有，记号一个没有，摘要要够四十个字，所以再补上几个字在这里。
date: 2026-01-01
status: published
provenance: compiled
unit: org
sources: [s]
---
${body}
`
const library = (bodies: Record<string, string>) =>
  buildLibrary({
    root: '/',
    entries: Object.entries(bodies).map(([slug, body]) => ({
      path: `content/cases/${slug}.md`,
      text: page(body),
    })),
    ...{ seeds: [], media: [], captions: [], issues: [] },
  })
const many = (count: number, word = '正文。') =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`case-${index}`, word]))

describe('the texts of cases as data', () => {
  it('are parts with a heading and paragraphs, without markup', () => {
    const body =
      '**开头**一段[^a-f1]。\n\n## 工作*举措*\n\n见[一页](/pages/a.html)，\n换了一行。\n\n- 一项'
    const [file] = textFiles(library({ a: body }))
    const written = openFiles.texts.parse(JSON.parse(caseTexts(file?.cases ?? [])))
    expect(written.texts).toEqual([
      {
        path: '/cases/a.html',
        parts: [
          { paragraphs: ['开头一段。'] },
          {
            heading: '工作举措',
            anchor: '工作举措',
            paragraphs: ['见一页，换了一行。', '一项'],
          },
        ],
      },
    ])
  })

  it('stand a hundred or so in a file, each case in the same one while there are about as many', () => {
    const placed = (count: number) =>
      new Map(
        textFiles(library(many(count))).flatMap(({ path, cases }) =>
          cases.map(({ url }) => [url, path]),
        ),
      )
    const before = placed(500)
    const after = placed(520)
    expect(new Set(before.values()).size).toBe(4)
    expect([...before].filter(([url, path]) => after.get(url) !== path)).toEqual([])
  })

  it('have one file, empty, where there is no case', () => {
    expect(textFiles(library({})).map(({ path }) => path)).toEqual(['data/texts/1-0.json'])
  })
})
