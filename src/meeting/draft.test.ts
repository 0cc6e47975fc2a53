import { expect, test } from 'vitest'
import { meetingOf } from '../../tests/meeting/meetings.ts'
import { draftOf, rowsAfterDraft } from './draft.ts'

const meeting = meetingOf(1)

test('nothing changed on the pages leaves the rows as they are', () => {
  expect(rowsAfterDraft(meeting.rows, draftOf(meeting))).toEqual(meeting.rows)
})

test('a page added elsewhere becomes a row, a page taken away goes with its row', () => {
  const added = { page: '/videos/test', minutes: 4 }
  const items = draftOf(meeting).items.filter(
    (item) => !('page' in item) || item.page !== '/cases/hangzhou',
  )
  const rows = rowsAfterDraft(meeting.rows, { title: '', items: [...items, added] })
  expect(rows.map(({ id, kind, pages }) => [id, kind, pages])).toEqual([
    [1, '签到', []],
    [3, '讨论', ['/packs/test']],
    [4, '观看', ['/videos/test']],
  ])
})

test('a row of several pages stays while it has one', () => {
  const rows = [
    { id: 1, kind: '学习' as const, title: '', minutes: 9, pages: ['/cases/a', '/cases/b'] },
  ]
  const items = [{ page: '/cases/b', minutes: 3 }]
  expect(rowsAfterDraft(rows, { title: '', items })).toMatchObject([{ pages: ['/cases/b'] }])
})
