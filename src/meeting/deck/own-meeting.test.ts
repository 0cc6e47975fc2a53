import { expect, it } from 'vitest'
import { meetingOf } from '../../../tests/meeting/meetings.ts'
import { lessonsFor } from '../contest/address.ts'
import { deckOf } from './deck-of.ts'
import type { Material } from './material.ts'
import { shownMeeting } from './own-meeting.ts'

const material = (word: string, title: string, parts: Partial<Material> = {}): Material => ({
  ...{ path: '', word, title, summary: '一句话。', minutes: 5, points: ['要点一'] },
  ...{ measures: [], parts: [], quiz: [], discussion: [] },
  ...parts,
})
const materials = new Map([
  ['/cases/hangzhou', material('案例', '测试案例')],
  ['/packs/test', material('学习包', '测试包', { discussion: ['包里的问题'] })],
])
const around = {
  materials,
  basisOf: (kind: string) => (kind === '表决' ? [{ text: '《测试条例》第一条' }] : []),
  contestOf: ({ id }: { id: number }) => `/contest.html#row=${id}`,
  record: '/minutes.html#id=1',
}
const deck = (meeting = meetingOf(1)) => deckOf(shownMeeting(meeting, around))

it('shows exactly the rows of the agenda, with their minutes, host and materials', () => {
  const { slides, rows, minutes, audience } = deck()
  expect(rows.map(({ kind, title }) => `${kind}：${title}`)).toEqual([
    ...['签到：请在签到表上签名', '学习：测试案例', '讨论：三个问题'],
  ])
  expect([minutes, audience]).toEqual([31, '党员大会'])
  expect(slides[0]).toMatchObject({ kind: 'title', kicker: '党员大会，2026年12月4日' })
  const signIn = slides.filter(({ row }) => row === 0)
  expect(signIn.map(({ kind }) => kind)).toEqual(['agenda', 'key'])
  expect(signIn[1]).toMatchObject({ kicker: '签到', text: '3分钟，组织委员主持' })
  expect(slides.find(({ row, kind }) => row === 1 && kind === 'key')).toMatchObject({
    title: '测试案例',
  })
  expect(slides.find(({ kind }) => kind === 'question')).toMatchObject({ question: '测试问题一' })
  expect(slides.at(-1)).toMatchObject({
    kind: 'closing',
    link: { text: '写会议记录', href: '/minutes.html#id=1' },
  })
})

it('gives a row without materials a plain page, and what it rests on', () => {
  const row = { id: 4, title: '', minutes: 10, pages: [] }
  const { slides } = deck(meetingOf(1, { rows: [{ ...row, kind: '表决' }] }))
  expect(slides.map(({ kind }) => kind)).toEqual(['title', 'agenda', 'key', 'closing'])
  expect(slides[2]).toMatchObject({
    ...{ title: '表决', text: '10分钟', sources: [{ text: '《测试条例》第一条' }] },
  })
})

it('asks a ready pack’s questions, and shows by its words what could not be had', () => {
  const row = { title: '', minutes: 10 }
  const { slides, rows } = deck(
    meetingOf(1, {
      rows: [
        { ...row, id: 1, kind: '讨论', pages: ['/packs/test'] },
        { ...row, id: 2, kind: '学习', title: '取不到的一篇', pages: ['/cases/gone'] },
      ],
    }),
  )
  expect(rows[0]?.title).toBe('三个问题')
  expect(slides[1]).toMatchObject({ kind: 'question', question: '包里的问题', seconds: 600 })
  expect(slides.find(({ kind }) => kind === 'key')).toMatchObject({ title: '取不到的一篇' })
})

it('opens a contest from a self-test of that kind, with lessons of the row or of the meeting', () => {
  const [lesson, other] = ['/training/admission/duties', '/training/admission/candidates']
  const base = meetingOf(1)
  const study = { id: 2, kind: '学习' as const, title: '', minutes: 12, pages: [lesson, other] }
  const contest = { id: 7, kind: '自测' as const, title: '', minutes: 12, contest: true }
  const rows = [study, { ...contest, pages: [other] }]
  const { slides } = deck({ ...base, rows })
  expect(slides.filter(({ row }) => row === 1)).toMatchObject([
    { kind: 'key', title: '知识竞赛', link: { href: '/contest.html#row=7', opens: 'contest' } },
    { kind: 'closing' },
  ])
  expect(lessonsFor(rows, rows[1])).toEqual([other])
  expect(lessonsFor(rows, { ...contest, pages: [] })).toEqual([lesson, other])
})
