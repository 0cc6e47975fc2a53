import { expect, test } from 'vitest'
import { buildLibrary, published } from '../content/library.ts'
import type { Library } from '../content/library.ts'
import { examplePortal } from '../rules/handbook/portal.ts'
import { packCover } from './pack-cover.ts'
import { packYearView } from './packs.ts'
import { readyPackView } from './ready-pack.ts'

const quiz =
  'quiz: [{ kind: judge, question: 来源要写明日期。, answer: true, explanation: 没有日期，读者不知道是什么时候的事。, cites: [demo-f01] }]'

const agenda = `agenda:
  - { kind: 签到, title: 签名, minutes: 3 }
  - { kind: 学习, title: 一个案例、一课, minutes: 12, entries: [/cases/demo, /training/demo/first], note: 分头读。 }
  - { kind: 观看, title: 一部影片, minutes: 4, entries: [/videos/demo] }
  - { kind: 讨论, title: 三个问题, minutes: 18 }
  - { kind: 自测, title: 一道题, minutes: 4, entries: [/training/demo/first] }
  - { kind: 表决, title: 定安排, minutes: 4, cites: [demo-f02] }
  - { kind: 布置, title: 会后一件事, minutes: 5 }`

function pack(slug: string, fields: string): { path: string; text: string } {
  const text = `---
title: 示例学习包${slug}
summary: 这是一段够长的摘要，用来让示例成为完整的条目，它只说明谁在什么时候做了什么事，不多说别的话。
date: 2026-11-01
status: published
provenance: original
sources: [demo]
aim: 说得出来源的作用
minutes: 50
${agenda}
questions:
  - { question: 第一问？, entry: /training/demo/first }
  - { question: 第二问？, entry: /cases/demo, cites: [demo-f01, demo-f02] }
  - { question: 第三问？, cites: [demo-f05] }
${fields}
---

照着开。
`
  return { path: `content/packs/${slug}.md`, text }
}

function libraryOf(...packs: { path: string; text: string }[]): Library {
  const { portal } = examplePortal([
    {
      path: 'content/training/demo/first.md',
      text: `---\nsources: [demo]\n${quiz}\n---\n\n一课的正文。\n`,
      raw: false,
    },
    {
      path: 'content/videos/demo.md',
      text: '---\ntitle: 示例影片\n---\n\n影片的说明。\n',
      raw: false,
    },
  ])
  const library = buildLibrary({ ...portal, entries: [...portal.entries, ...packs] })
  expect(library.issues).toEqual([])
  return library
}

function only(library: Library) {
  const [first] = published(library, 'packs')
  if (!first) throw new Error('no pack')
  return first
}

test('a page lays the hour out: when each row begins, what it is made of, what it rests on', () => {
  const library = libraryOf(
    pack('july', 'month: 7\nfigures: [{ cite: demo-f01, label: 入库企业 }]'),
  )
  const view = readyPackView(library, only(library))
  expect(view.when).toBe('7月学习包')
  expect(view.lines.map(({ start, kind }) => `${start} ${kind}`)).toEqual([
    '0:00 签到',
    '0:03 学习',
    '0:15 观看',
    '0:19 讨论',
    '0:37 自测',
    '0:41 表决',
    '0:45 布置',
  ])
  expect(view.lines[1]?.entries.map(({ kind, href }) => [kind, href])).toEqual([
    ['案例', '/cases/demo.html'],
    ['课', '/training/demo/first.html'],
  ])
  expect(view.lines[5]?.basis).toEqual([{ href: '/data/demo.html#demo-f02', text: '示例日报' }])
  expect(view.materials.map(({ kind }) => kind)).toEqual(['案例', '课', '视频'])
  expect(view.figures).toMatchObject([{ value: '600', unit: '余家', label: '入库企业' }])
})

test('a question names the text and the reports it rests on, each once', () => {
  const library = libraryOf(pack('july', 'month: 7'))
  const view = readyPackView(library, only(library))
  expect(view.questions.map(({ from }) => from.map(({ text }) => text))).toEqual([
    ['课《示例条目》'],
    ['案例《示例条目》', '示例日报'],
    ['示例日报'],
  ])
})

test('the composer gets every row as the page shows it, with what it is about', () => {
  const library = libraryOf(pack('july', 'month: 7\naudience: 支部党员大会、主题党日'))
  const { start, plan } = readyPackView(library, only(library))
  expect(start).toBe('/pack.html#from=packs/july')
  expect(plan).toMatchObject({
    wanted: 50,
    from: '/packs/july',
    forms: ['党员大会', '主题党日'],
  })
  expect(plan.rows.map(({ kind, title, minutes, pages }) => [kind, title, minutes, pages])).toEqual(
    [
      ['签到', '签名', 3, []],
      ['学习', '一个案例、一课', 12, ['/cases/demo', '/training/demo/first']],
      ['观看', '一部影片', 4, ['/videos/demo']],
      ['讨论', '三个问题', 18, ['/packs/july']],
      ['自测', '一道题', 4, ['/training/demo/first']],
      ['表决', '定安排', 4, []],
      ['布置', '会后一件事', 5, []],
    ],
  )
})

test('the year is in the order of its months, an occasion after them, and wraps around', () => {
  const library = libraryOf(
    pack('a', 'occasion: { name: 七一, cites: [demo-f01] }'),
    pack('b', 'month: 11'),
    pack('c', 'month: 2\noccasion: { name: 一个日子, cites: [demo-f01] }'),
  )
  const { packs } = packYearView(library)
  expect(packs.map(({ eyebrow }) => eyebrow)).toEqual(['2月 · 一个日子', '11月', '七一'])
  const last = published(library, 'packs').find(({ slug }) => slug === 'a')
  expect(last && readyPackView(library, last).next).toEqual({
    href: '/packs/c.html',
    text: '示例学习包c',
    when: '2月 · 一个日子',
  })
})

test('a draft is in no list', () => {
  const draft = pack('july', 'month: 7')
  const library = libraryOf({ ...draft, text: draft.text.replace('published', 'draft') })
  expect(packYearView(library).packs).toEqual([])
})

test('covers of neighbouring months differ, and the talk is the one thing in red', () => {
  const rows = [
    { kind: '学习' as const, minutes: 20 },
    { kind: '讨论' as const, minutes: 25 },
  ]
  const covers = [1, 2, 3, 4].map((month) => packCover(month, rows))
  expect(new Set(covers.map((cover) => JSON.stringify({ ...cover, numeral: 0 }))).size).toBe(4)
  for (const { bars, lines, numeral } of covers) {
    expect([...bars, ...lines].filter(({ tone }) => tone === 'hot')).toHaveLength(1)
    expect(numeral?.text).toMatch(/^[1-4]$/)
  }
  expect(packCover(undefined, rows)).not.toHaveProperty('numeral')
})
