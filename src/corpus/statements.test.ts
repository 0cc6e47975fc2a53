import { describe, expect, it } from 'vitest'
import { buildLibrary } from '../content/library.ts'
import type { PortalFiles } from '../content/files.ts'
import { question, type Question } from '../model/training.ts'
import { searchables } from './documents.ts'
import { bodySections, quizSection } from './statements.ts'

const page = `---
title: 一页
summary: 这一页只用来试检索收哪些话：表里不要写的一列不收，别的都收，摘要要够四十个字，所以再补上几个字。
date: 2026-01-01
status: published
provenance: original
topics: [教育培训]
regions: [浙江省/杭州市]
sources: []
---

## 怎样写

| 写成 | 不要写 | 理由 |
| --- | --- | --- |
| 30余家 | 三十一家 | 来源有余 |

| 做 | 不做 |
| --- | --- |
| 写明来源 | 凭印象补 |

| 情形 | 要求 |
| --- | --- |
| 不在名单上 | 先核对 |
`
const portal: PortalFiles = {
  root: '.',
  entries: [{ path: 'content/pages/one.md', text: page }],
  seeds: [],
  media: [],
  captions: [],
  issues: [],
}
const quiz = (given: object): string => {
  const asked: Question = question.parse({ explanation: '照抄来源。', ...given })
  return quizSection(asked).text
}

describe('what a page states', () => {
  const [entry] = buildLibrary(portal).entries
  const texts = entry ? bodySections(entry).map(({ text }) => text) : []

  it('leaves out the columns of how not to do it, heads and cells', () => {
    expect(texts).toEqual(expect.arrayContaining(['写成', '30余家', '来源有余', '写明来源']))
    for (const left of ['不要写', '三十一家', '不做', '凭印象补']) expect(texts).not.toContain(left)
  })

  it('keeps a cell that only begins like one', () => {
    expect(texts).toContain('不在名单上')
  })
})

describe('what a quiz states', () => {
  it.each([
    ['single', { question: '怎样写？', options: ['600家', '600余家'], answer: 'B' }, '600余家'],
    [
      'multiple',
      { question: '哪些行？', options: ['甲', '乙', '丙'], answer: ['A', 'C'] },
      '甲 丙',
    ],
  ])('is the right answers of a %s question', (kind, given, answers) => {
    expect(quiz({ kind, ...given })).toBe(`${given.question}\n${answers}\n照抄来源。`)
  })

  it('is no answer to a question that asks for what is wrong', () => {
    const given = { question: '哪种写法不对？', options: ['63家', '六十四家'], answer: 'B' }
    expect(quiz({ kind: 'single', ...given })).not.toContain('六十四家')
  })

  it('is not a statement that is to be judged wrong', () => {
    expect(quiz({ kind: 'judge', question: '入库就是覆盖。', answer: false })).toBe('照抄来源。')
    expect(quiz({ kind: 'judge', question: '余字照抄。', answer: true })).toContain('余字照抄')
  })
})

it('says where entries lie, at every level', () => {
  const [found] = searchables(buildLibrary(portal), () => '')
  expect(found?.document().places).toEqual(['浙江省', '杭州市'])
})
