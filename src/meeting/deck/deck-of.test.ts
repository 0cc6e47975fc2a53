import { expect, it } from 'vitest'
import { deckOf, deckOfEntry } from './deck-of.ts'
import type { Material } from './material.ts'
import { plannedMinutes, stretchesOf } from './plan.ts'

const lesson: Material = {
  ...{ path: '/training/test/one', word: '课', title: '测试用的一课', summary: '一句话。' },
  ...{ minutes: 5, points: ['目标一', '目标二'], measures: [], discussion: ['测试用的讨论题？'] },
  parts: [
    { kind: 'heading', text: '第一节' },
    { kind: 'text', text: '开头一句。后面一句。', sources: [{ text: '测试来源，2026年1月1日' }] },
    { kind: 'heading', text: '一张表' },
    {
      ...{ kind: 'table', head: ['甲', '乙'], sources: [] },
      rows: Array.from({ length: 12 }, (_, index) => [`第${index}行`, '说明'.repeat(12)]),
    },
  ],
  quiz: [
    {
      ...{ question: '测试题？', options: ['对', '错'], right: [1], isMultiple: false },
      ...{ reason: '因为。', sources: [] },
    },
  ],
}

const meeting = {
  ...{ title: '先学，再谈', kicker: '测试', audience: '党员大会' },
  rows: [
    { kind: '签到' as const, title: '签名', minutes: 3, materials: [] },
    { kind: '学习' as const, title: '学一课', minutes: 7, materials: [lesson], note: '给主持人' },
    {
      ...{ kind: '讨论' as const, title: '一个问题', minutes: 10, materials: [] },
      questions: [{ text: '怎么办？', sources: [] }],
    },
    { kind: '自测' as const, title: '自测题', minutes: 5, materials: [lesson] },
    { kind: '布置' as const, title: '会后做', minutes: 5, materials: [], note: '做一件事。' },
  ],
}

it('makes a slide of everything a meeting shows, row by row', () => {
  const { slides, minutes } = deckOf(meeting)
  expect(minutes).toBe(30)
  expect(slides[0]).toMatchObject({ kind: 'title', title: ['先学，', '再谈'] })
  expect(slides.filter(({ row }) => row === 1)[0]).toMatchObject({
    kind: 'agenda',
    notes: ['给主持人'],
  })
  expect(slides.find(({ kind }) => kind === 'question')).toMatchObject({ seconds: 600, row: 2 })
  expect(slides.find(({ kind }) => kind === 'answer')).toMatchObject({
    answers: [{ letter: 'B', text: '错' }],
    row: 3,
  })
  expect(slides.at(-1)).toMatchObject({ kind: 'closing', title: '会后做', text: '做一件事。' })
  expect(new Set(slides.map(({ id }) => id)).size).toBe(slides.length)
})

it('divides what is too long for a screen, and loses nothing of it', () => {
  const tables = deckOfEntry(lesson).slides.flatMap((slide) =>
    slide.kind === 'table' ? [slide] : [],
  )
  expect(tables.length).toBeGreaterThan(1)
  expect(tables.flatMap(({ rows }) => rows)).toHaveLength(12)
  expect(tables[0]?.count).toEqual({ at: 1, of: tables.length })
})

it('shows in brief what has more slides than its row has minutes', () => {
  const text = (heading: string) => [
    { kind: 'heading' as const, text: heading },
    { kind: 'text' as const, text: `${heading}怎么做。余下的由主持人说。`, sources: [] },
  ]
  const said = { ...lesson, parts: ['甲', '乙', '丙', '查一查'].flatMap(text), quiz: [] }
  const shown = (minutes: number) =>
    deckOf({
      ...{ title: '会', kicker: '', audience: '' },
      rows: [{ kind: '学习', title: '学', minutes, materials: [said] }],
    }).slides.filter(({ row, kind }) => row === 0 && kind !== 'agenda' && kind !== 'closing')
  expect(shown(10).map(({ name }) => name)).toEqual(['测试用的一课', '甲', '乙', '丙', '查一查'])
  expect(shown(3)).toMatchObject([
    { kind: 'list', kicker: '课，学什么', items: ['目标一', '目标二'] },
    { kind: 'list', items: ['甲：甲怎么做。', '乙：乙怎么做。', '丙：丙怎么做。'] },
  ])
})

it('asks as many questions as there is time for, from each material in turn', () => {
  const quiz = Array.from({ length: 6 }, (_, index) => ({
    ...{ question: `第${index}题？`, options: ['对', '错'], right: [0], isMultiple: false },
    ...{ reason: '因为。', sources: [] },
  }))
  const { slides } = deckOf({
    ...{ title: '会', kicker: '', audience: '' },
    rows: [
      {
        ...{ kind: '自测', title: '', minutes: 8 },
        materials: [0, 3].map((from) => ({ ...lesson, quiz: quiz.slice(from, from + 3) })),
      },
    ],
  })
  const asked = slides.filter(({ kind }) => kind === 'question')
  expect(asked.map(({ name }) => name)).toEqual(['第0题？', '第1题？', '第3题？', '第4题？'])
  expect(asked[0]?.notes).toEqual(['材料里另有2题，时间够就接着做。'])
})

it('shows of a section its first sentence and tells the host the rest', () => {
  const section = deckOfEntry(lesson).slides.find(({ name }) => name === '第一节')
  expect(section).toMatchObject({ text: '开头一句。', notes: ['开头一句。后面一句。'] })
})

it('knows at which minute each slide comes and which pages a row has', () => {
  const deck = deckOf(meeting)
  const planned = plannedMinutes(deck)
  expect(planned).toEqual([...planned].sort((a, b) => a - b))
  expect(planned[deck.slides.findIndex(({ row }) => row === 2)]).toBe(10)
  const stretches = stretchesOf(deck)
  expect(stretches.map(({ name }) => name)).toEqual([
    ...['题目', '签到', '学习：学一课', '讨论：一个问题', '自测：自测题', '布置：会后做'],
  ])
  expect(stretches.at(-1)?.to).toBe(deck.slides.length)
})
