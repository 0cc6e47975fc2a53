import type { Meeting } from '../../src/meeting/meeting.ts'

/** Test data: a meeting of a number, changed at a second of 2026. */
export function meetingOf(number: number, parts: Partial<Meeting> = {}): Meeting {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    at: new Date(Date.UTC(2026, 0, 1, 0, 0, number)).toISOString(),
    title: `测试会议${number}`,
    forms: ['党员大会'],
    day: '2026-12-04',
    wanted: 60,
    rows: [
      { id: 1, kind: '签到', title: '请在签到表上签名', minutes: 3, pages: [], host: '组织委员' },
      { id: 2, kind: '学习', title: '', minutes: 12, pages: ['/cases/hangzhou'] },
      {
        ...{ id: 3, kind: '讨论', title: '三个问题', minutes: 16, pages: ['/packs/test'] },
        questions: ['测试问题一'],
      },
    ],
    ...parts,
  }
}
