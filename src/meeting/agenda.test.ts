import { expect, it } from 'vitest'
import { withRecorded } from './agenda.ts'

it('plans anew without touching what was written down meanwhile', () => {
  const row = { id: 1, kind: '学习' as const, title: '旧的', minutes: 5, pages: [] }
  const planned = [
    { ...row, title: '新的' },
    { ...row, id: 2 },
  ]
  const before = [{ ...row, began: '15:00', ended: '15:05', points: '记下的' }]
  expect(withRecorded(planned, before)).toEqual([
    { ...row, title: '新的', began: '15:00', ended: '15:05', points: '记下的' },
    { ...row, id: 2 },
  ])
  // Times that were taken away do not come back from an older copy.
  expect(withRecorded([{ ...row, began: '14:00' }], [row])).toEqual([row])
})
