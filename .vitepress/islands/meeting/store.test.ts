import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import { planOf } from '../../../src/meeting/address.ts'
import { meetingOf } from '../../../tests/meeting/meetings.ts'
import { MeetingStore } from './store.ts'

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})

const plan = planOf(meetingOf(1))

test('a meeting is kept, changed and removed, and other pages see it', async () => {
  const [here, there] = [new MeetingStore(vi.fn()), new MeetingStore(vi.fn())]
  await here.put(plan)
  await there.change(plan.id, (one) => ({ ...one, held: true }))
  expect(await here.get(plan.id)).toMatchObject({ title: plan.title, held: true })
  await here.remove(plan.id)
  expect(await there.all()).toEqual([])
  expect((await there.everything()).meetings).toMatchObject([{ id: plan.id, removed: true }])
})

test('two tabs change different parts at once and nothing is lost', async () => {
  const tabs = [new MeetingStore(vi.fn()), new MeetingStore(vi.fn())]
  await tabs[0]?.put({ ...plan, rows: [] })
  const row = { kind: '其他' as const, title: '测试', minutes: 1, pages: [] }
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      tabs[index % 2]?.change(plan.id, (one) => ({
        ...one,
        rows: [...one.rows, { ...row, id: index + 1 }],
      })),
    ),
  )
  expect((await tabs[0]?.get(plan.id))?.rows).toHaveLength(20)
})

test('a plan that comes by a link leaves what was written down', async () => {
  const store = new MeetingStore(vi.fn())
  await store.put(plan)
  await store.change(plan.id, (one) => ({ ...one, record: { present: 16 } }))
  await store.put({ ...plan, title: '新名称' })
  expect(await store.get(plan.id)).toMatchObject({ title: '新名称', record: { present: 16 } })
})

test('meetings of another device are merged; what cannot be read stays', async () => {
  const [here, there] = [new MeetingStore(vi.fn()), new MeetingStore(vi.fn())]
  const changed = await here.put(plan)
  const older = { ...changed, at: '2026-01-01T00:00:00.000Z', title: '旧的' }
  await there.takeIn([older, meetingOf(2)], [{ id: 'later', rows: 'another way' }])
  expect((await here.all()).map(({ title }) => title)).toEqual([plan.title, '测试会议2'])
  expect((await here.everything()).unreadable).toEqual([{ id: 'later', rows: 'another way' }])
})

test('where the browser keeps nothing, the page still works, and says so', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('no', 'SecurityError')
    },
  })
  const tell = vi.fn()
  const store = new MeetingStore(tell)
  await store.put(plan)
  await store.change(plan.id, (one) => ({ ...one, title: '改过' }))
  expect((await store.all()).map(({ title }) => title)).toEqual(['改过'])
  await store.remove(plan.id)
  expect(await store.all()).toEqual([])
  expect(tell).toHaveBeenCalledWith('blocked')
})
