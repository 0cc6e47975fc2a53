import { hash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Memo } from './memo.ts'
import { Output } from './output.ts'
import { Standing } from './standing.ts'
import { Store } from './store.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'store-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (version = 'one') =>
  new Store(join(folder, 'kept'), new Memo(join(folder, 'kept'), version))
/** An output with nothing in it yet. */
const output = () => new Output(join(folder, 'out'), new Standing(join(folder, 'out'), []))
const placed = (store: Store, key: string) => {
  const fresh = output()
  return store.place(key, key, fresh) ? fresh.read(key).toString() : undefined
}

function keep(store: Store, key: string, text: string): string {
  const file = store.clear(key)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  store.note(key, { bytes: text.length, sha256: hash('sha256', text) })
  return file
}

describe('a store', () => {
  test('gives back in a later build what was kept', () => {
    const store = open()
    keep(store, 'abc', 'page')
    store.close()
    expect(placed(open(), 'abc')).toBe('page')
  })

  test('knows nothing of a build that was broken off', () => {
    keep(open(), 'abc', 'pa')
    expect(placed(open(), 'abc')).toBeUndefined()
  })

  test('knows nothing of another version', () => {
    const store = open()
    keep(store, 'abc', 'page')
    store.close()
    expect(placed(open('two'), 'abc')).toBeUndefined()
  })

  test('does not give a file that was changed since, though it be as long', () => {
    const store = open()
    const file = keep(store, 'abc', 'page')
    writeFileSync(file, 'sage')
    utimesSync(file, new Date(), new Date(0))
    expect(placed(store, 'abc')).toBeUndefined()
  })

  test('gives a file that was only touched, as when a cache is unpacked elsewhere', () => {
    const store = open()
    const file = keep(store, 'abc', 'page')
    utimesSync(file, new Date(), new Date(0))
    expect(placed(store, 'abc')).toBe('page')
  })

  test('writes beside links, never through them', () => {
    const store = open()
    keep(store, 'abc', 'page')
    const fresh = output()
    store.place('abc', 'page', fresh)
    keep(store, 'abc', 'other')
    expect(fresh.read('page').toString()).toBe('page')
  })

  test('lets go of what several builds did not use', () => {
    const store = open()
    const file = keep(store, 'abc', 'page')
    store.close()
    for (let build = 0; build < 2; build++) open().close()
    expect(existsSync(file)).toBe(true)
    open().close()
    expect(existsSync(file)).toBe(false)
  })
})
