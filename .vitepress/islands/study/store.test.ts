import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Activity } from '../../../src/study/activity.ts'
import { inOrder, pagesOf } from '../../../src/study/fold.ts'
import { mergeRecords } from '../../../src/study/merge.ts'
import { studyDatabase } from './database.ts'
import { lastOf } from './last.ts'
import { StudyStore } from './store.ts'
import { eraseAll, everythingIn, takeInto } from './whole.ts'

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})

function read(number: number, page = '/cases/a'): Activity {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
  // A millisecond apart: each in its own place.
  const at = new Date(Date.UTC(2026, 0, 1) + number).toISOString()
  return { id, at, page, title: '甲', kind: 'case', verb: 'read' }
}
const always = () => true

test('two tabs write at once and nothing is lost', async () => {
  const tabs = [new StudyStore(vi.fn()), new StudyStore(vi.fn())]
  await Promise.all(
    Array.from({ length: 40 }, (_, number) => tabs[number % 2]?.add(read(number), always)),
  )
  expect((await tabs[0]?.activitiesOn('/cases/a'))?.length).toBe(40)
})

test('of two tabs that say the same at once, one is heard', async () => {
  const tabs = [new StudyStore(vi.fn()), new StudyStore(vi.fn())]
  const once = (known: Activity[]) => known.length === 0
  await Promise.all(tabs.map((tab, number) => tab.add(read(number), once)))
  expect((await tabs[0]?.activitiesOn('/cases/a'))?.length).toBe(1)
})

test('what needs no look first is kept every time', async () => {
  const store = new StudyStore(() => {})
  await Promise.all([store.add(read(1)), store.add(read(2))])
  expect(await store.activitiesOn(read(1).page)).toHaveLength(2)
})

test('a database of the first version is brought up to date with what it holds', async () => {
  const first = await openDB(studyDatabase.name, 1, {
    upgrade(database) {
      database.createObjectStore('activities', { keyPath: 'id' }).createIndex('page', 'page')
      database.createObjectStore('places', { keyPath: 'page' })
    },
  })
  await first.add('activities', read(1))
  first.close()
  const told = vi.fn()
  const store = new StudyStore(told)
  expect(await store.activitiesOn('/cases/a')).toEqual([read(1)])
  const latest = await store.read((database) => database.getAllFromIndex('activities', 'at'))
  expect(latest).toEqual([read(1)])
  expect(told).not.toHaveBeenCalled()
})

test('a database of a later version is read and added to', async () => {
  const later = await openDB(studyDatabase.name, 99, {
    upgrade(database) {
      database.createObjectStore('activities', { keyPath: 'id' }).createIndex('page', 'page')
      database.createObjectStore('places', { keyPath: 'page' })
      database.createObjectStore('dreams')
    },
  })
  await later.add('activities', read(1))
  later.close()
  const told = vi.fn()
  const store = new StudyStore(told)
  await store.add(read(2), always)
  expect(await store.activitiesOn('/cases/a')).toEqual([read(1), read(2)])
  expect(told.mock.calls).toEqual([['newer']])
})

test('where nothing can be stored, the page remembers', async () => {
  vi.stubGlobal('indexedDB', {
    open() {
      throw new DOMException('denied', 'SecurityError')
    },
  })
  const told = vi.fn()
  const store = new StudyStore(told)
  await store.add(read(1), always)
  await store.keepPlace({
    page: '/cases/a',
    title: '甲',
    kind: 'case',
    at: read(1).at,
    portion: 0.5,
  })
  expect(await store.activitiesOn('/cases/a')).toEqual([read(1)])
  expect((await store.placeOf('/cases/a'))?.portion).toBe(0.5)
  expect((await everythingIn(store)).activities).toEqual([read(1)])
  expect(told).toHaveBeenCalledWith('blocked')
})

test('when storage is full, nothing that was there is lost, and what waits goes along later', async () => {
  const told = vi.fn()
  const store = new StudyStore(told)
  await store.add(read(1), always)
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  await store.add(read(2), always)
  expect(told.mock.calls).toEqual([['full']])
  expect((await store.activitiesOn('/cases/a')).map(({ id }) => id)).toEqual([
    read(1).id,
    read(2).id,
  ])
  put.mockRestore()
  await store.add(read(3), always)
  const fresh = await new StudyStore(told).activitiesOn('/cases/a')
  expect(fresh.map(({ id }) => id)).toEqual([read(1), read(2), read(3)].map(({ id }) => id))
})

test('a broken row is left where it is', async () => {
  const store = new StudyStore(vi.fn())
  await store.add(read(1), always)
  // A row as a broken disk or another programme may leave it.
  const broken = { id: 'x', page: '/cases/a' } as unknown as Activity
  await store.write(async (database) => void (await database.put('activities', broken)))
  expect(await store.activitiesOn('/cases/a')).toEqual([read(1)])
  await takeInto(store, { activities: [read(2)], places: [] })
  expect((await everythingIn(store)).activities).toContainEqual(broken)
})

test('a record from a clock that was ahead swallows nothing that is done later, in any tab', async () => {
  const channel = () => new BroadcastChannel('order-test')
  const ahead: Activity = { ...read(1), at: '2099-01-01T00:00:00.000Z' }
  const [one, two] = [new StudyStore(vi.fn(), channel()), new StudyStore(vi.fn(), channel())]
  await two.add(read(2), always)
  await takeInto(one, { activities: [ahead], places: [] })
  await new Promise((done) => setTimeout(done, 50))
  await two.add({ ...read(3), verb: 'unread' })
  await one.add({ ...read(4), verb: 'read' })
  await two.add({ ...read(5), verb: 'unread' }, always)
  const known = (await one.activitiesOn('/cases/a')).sort(inOrder)
  expect(known.map(({ id }) => Number(id.slice(-12)))).toEqual([2, 1, 3, 4, 5])
  expect(known.map(({ at }) => at.slice(0, 4))).toEqual(['2026', '2099', '2026', '2026', '2026'])
  expect(pagesOf(known)[0]?.done).toBeUndefined()
  const last = await one.read((database) => lastOf(database.transaction('activities').store))
  expect(last?.id).toBe(read(5).id)
  one.others?.close()
  two.others?.close()
})

test('a place kept after the clock was set back is the one that counts', async () => {
  const store = new StudyStore(vi.fn())
  const place = { page: '/cases/a', title: '甲', kind: 'case' as const }
  await store.keepPlace({ ...place, at: '2099-01-01T00:00:00.000Z', portion: 0.2 })
  const later = new StudyStore(vi.fn())
  const old = await later.placeOf('/cases/a')
  await later.keepPlace({ ...place, at: '2026-01-01T00:00:00.000Z', portion: 0.9 })
  const kept = await later.placeOf('/cases/a')
  if (!old || !kept) throw new Error('no place')
  const merged = mergeRecords({ activities: [], places: [old] }, { activities: [], places: [kept] })
  expect(merged.places.map(({ portion }) => portion)).toEqual([0.9])
})

test('erasing leaves nothing', async () => {
  const store = new StudyStore(vi.fn())
  await takeInto(store, { activities: [read(1), read(2)], places: [] })
  await eraseAll(store)
  expect(await everythingIn(store)).toEqual({ activities: [], places: [] })
})
