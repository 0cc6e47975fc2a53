import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Meeting, MeetingRow } from '../meeting.ts'
import type { Vote } from '../record.ts'
import { attachmentMarks } from './attachments.ts'
import { absenceAdvice, missingFields } from './missing.ts'
import { minutesSheet } from './sheet.ts'
import { actualMinutes, againstPlan, meetingTimes, minutesBetween } from './times.ts'
import { voteOutcome, voteSentence } from './vote.ts'
import { minutesWord } from './word.ts'

const row = (id: number, of: Partial<MeetingRow>): MeetingRow => ({
  ...{ id, kind: '学习', title: '', minutes: 10, pages: [] },
  ...of,
})
const meeting: Meeting = {
  id: '6f1d2c3a-0000-4000-8000-000000000001',
  at: '2026-12-04T08:00:00.000Z',
  title: '测试会议',
  forms: ['党员大会'],
  day: '2026-12-04',
  wanted: 60,
  rows: [
    row(1, { kind: '签到', minutes: 3, began: '15:00', ended: '15:04' }),
    row(2, { minutes: 13, began: '15:04', ended: '15:17', points: '甲<乙\n第二段' }),
    row(3, {
      kind: '讨论',
      minutes: 16,
      questions: ['底数有哪几项', '覆盖的是什么'],
      answers: ['有三项'],
    }),
  ],
}
const vote: Vote = {
  matter: '',
  entitled: 18,
  present: 16,
  inFavour: 15,
  against: 0,
  abstained: 1,
  resolution: '',
}

describe('times', () => {
  test('are as the rows tell, past midnight too', () => {
    expect(meetingTimes(meeting)).toEqual({ began: '15:00', ended: '15:17' })
    expect(meetingTimes({ ...meeting, record: { began: '14:58', ended: '16:01' } })).toEqual({
      began: '14:58',
      ended: '16:01',
    })
    expect(minutesBetween('23:50', '00:05')).toBe(15)
    expect(actualMinutes({ began: '15:00' })).toBeUndefined()
  })

  test('are held against the plan', () => {
    expect(meeting.rows.map(againstPlan)).toEqual(['多1分', '一样', ''])
    expect(againstPlan(row(1, { minutes: 12, began: '15:46', ended: '15:57' }))).toBe('少1分')
  })
})

describe('a vote', () => {
  test.for([
    [
      'passes over half of all who should have come',
      {},
      'passed',
      '到会过半；赞成15票，超过应到会18人的一半',
    ],
    [
      'needs more than half',
      { inFavour: 9, against: 7, abstained: 0 },
      'failed',
      '赞成9票，没有过应到会18人的一半，不通过',
    ],
    [
      'is not held against those present',
      { present: 10, inFavour: 9, against: 1, abstained: 0 },
      'failed',
      '赞成9票，没有过应到会18人的一半，不通过',
    ],
    [
      'may be taken when half have come',
      { entitled: 18, present: 9, inFavour: 9, against: 0, abstained: 0 },
      'failed',
      '赞成9票，没有过应到会18人的一半，不通过',
    ],
    [
      'cannot be taken by fewer than half',
      { present: 8, inFavour: 8, against: 0, abstained: 0 },
      'failed',
      '到会8人，不到应到会18人的半数，不能表决',
    ],
    [
      'has no more votes than people',
      { inFavour: 16, abstained: 1 },
      'open',
      '赞成、反对、弃权共17，比实到16还多，请核对',
    ],
    [
      'says which votes are missing',
      { inFavour: 14 },
      'open',
      '赞成、反对、弃权共15，实到16，还差1，请核对',
    ],
    ['waits for its numbers', { entitled: undefined }, 'open', ''],
  ] as const)('%s', ([, counts, state, words]) => {
    expect(voteOutcome({ ...vote, ...counts })).toEqual({ state, words })
  })

  test('is a sentence on paper, with room for what is not known', () => {
    expect(voteSentence(vote)).toBe(
      '应到会有表决权18人，实到16人；赞成15，反对0，弃权1。赞成超过应到会的一半。',
    )
    expect(voteSentence({ entitled: 18 })).toBe(
      '应到会有表决权18人，实到　　人；赞成　　，反对　　，弃权　　。',
    )
    expect(voteSentence({})).toBe('')
  })
})

test('what is not filled in is named, what is signed by hand is not', () => {
  const record = { expected: 18, present: 16, votes: [vote] }
  expect(missingFields({ ...meeting, record }).map(({ name }) => name)).toEqual([
    '地点',
    '表决事项',
    '决议',
  ])
  expect(absenceAdvice({ record })).toBe('缺席2人，名单里写了0人。')
  expect(
    absenceAdvice({
      record: {
        ...record,
        absences: [
          { name: '', reason: '请假' },
          { name: '', reason: '其他' },
        ],
      },
    }),
  ).toBe('')
})

test('photographs are one attachment on paper', () => {
  expect(attachmentMarks(['签到表', '照片：发言'])).toEqual([
    { text: '签到表', on: true },
    { text: '竞赛结果和答案', on: false },
    { text: '讨论发言底稿', on: false },
    { text: '照片（发言）', on: true },
  ])
})

test('a row that has no page to tell of it is noted by its own words', () => {
  const chart = row(1, { title: '一张图看全部步骤' })
  expect(minutesSheet({ ...meeting, rows: [chart] }, new Map()).rows[0]?.lines).toEqual([
    '一张图看全部步骤',
  ])
})

test('a record without a day leaves room to write it', () => {
  const undated = { ...meeting, record: { place: '测试地点' } }
  delete undated.day
  const sheet = minutesSheet(undated, new Map())
  expect(sheet.time).toBe('　　　　年　　月　　日15:00至15:17')
  expect(sheet.sign.about).toBe('党员大会　　　　　年　　月　　日　应到　　人')
  expect(minutesSheet({ ...undated, rows: [] }, new Map()).time).toBe('')
})

test('the sheet has the words of the record, empty where there are none, and the Word file the same', () => {
  const sheet = minutesSheet(
    { ...meeting, record: { expected: 18, present: 16, votes: [vote] } },
    new Map(),
  )
  expect(sheet).toMatchObject({
    name: '党员大会：测试会议',
    time: '2026年12月4日15:00至15:17',
    place: '',
    attendance: '应到18人，实到16人，缺席2人',
    planned: 32,
    actual: '',
  })
  expect(sheet.rows.map(({ lines }) => lines)).toEqual([
    ['本人手签，见签到表。'],
    ['甲<乙', '第二段'],
    ['第一问：底数有哪几项', '有三项', '第二问：覆盖的是什么', ''],
  ])
  const body = strFromU8(
    unzipSync(minutesWord(sheet, '潮头'))['word/document.xml'] ?? new Uint8Array(),
  )
  const texts = Array.from(body.matchAll(/<w:t [^>]*>([^<]*)</g), ([, text]) => text)
  for (const words of [
    '草稿，供本支部存档',
    '2026年12月4日15:00至15:17',
    '甲&lt;乙',
    '缺席（写原因）',
  ])
    expect(texts).toContain(words)
  expect(body).not.toContain('还没填')
  expect(body.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1)
  expect(body).toContain('w:val="dotted"')
})
