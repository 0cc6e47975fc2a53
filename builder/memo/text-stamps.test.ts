import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hashOf } from '../../src/content/digest.ts'
import { readPortal } from '../../src/content/files.ts'
import { ChangedMeanwhile, LateText } from '../../src/content/late-text.ts'
import { TextStamps } from './text-stamps.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'looks-'))
  vi.spyOn(process, 'cwd').mockReturnValue(root)
  mkdirSync(join(root, 'content/cases'), { recursive: true })
  writeFileSync(file(), 'one')
  later()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  rmSync(root, { recursive: true, force: true })
})

const file = (name = 'a') => join(root, `content/cases/${name}.md`)
/** Long enough after the last write that no later one can look the same. */
const later = () => vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] })

/** Reads the portal as a build would; says what it took each text to be, and how many files it read. */
function read({ version = 'one', force = false } = {}) {
  const looks = new TextStamps(root, version, force)
  const note = vi.spyOn(looks, 'note')
  const { entries } = readPortal(root, looks)
  looks.keep()
  return { entries, hashes: entries.map(hashOf), read: note.mock.calls.length }
}
const hashOfText = (text: string) => hashOf({ path: '', text })

test('a text that looks the same is not read again, and is there when it is asked for', () => {
  expect(read()).toMatchObject({ hashes: [hashOfText('one')], read: 1 })
  const again = read()
  expect(again).toMatchObject({ hashes: [hashOfText('one')], read: 0 })
  expect(again.entries[0]?.text).toBe('one')
})

/** Ways to put another text in the place of one. */
const edits: Record<string, () => void> = {
  'written over': () => writeFileSync(file(), 'two'),
  'written over, its old time restored': () => {
    const { atime, mtime } = lstatSync(file())
    writeFileSync(file(), 'two')
    utimesSync(file(), atime, mtime)
  },
  'put in its place by an editor that writes beside it first': () => {
    const { atime, mtime } = lstatSync(file())
    writeFileSync(file('b'), 'two')
    utimesSync(file('b'), atime, mtime)
    renameSync(file('b'), file())
  },
  'copied with its time from another checkout': () => {
    writeFileSync(file('b'), 'two')
    const { atime, mtime } = lstatSync(file())
    utimesSync(file('b'), atime, mtime)
    cpSync(file('b'), file(), { preserveTimestamps: true })
    rmSync(file('b'))
  },
}

test.for(Object.keys(edits))(
  'as long and as old as before, a text is read when it was %s',
  (name) => {
    read()
    edits[name]?.()
    expect(read().hashes).toEqual([hashOfText('two')])
  },
)

test('a text that changed just before it was read is read once more', () => {
  vi.useRealTimers()
  writeFileSync(file(), 'two')
  expect(read().read).toBe(1)
  expect(read().read).toBe(1)
  later()
  expect(read().read).toBe(1)
  expect(read().read).toBe(0)
})

test('another version and --force read everything, and what is known of a lost file is forgotten', () => {
  read()
  expect(read({ version: 'two' }).read).toBe(1)
  expect(read({ version: 'two', force: true }).read).toBe(1)
  writeFileSync(file('b'), 'b')
  later()
  expect(read({ version: 'two' }).read).toBe(1)
  rmSync(file('b'))
  expect(read({ version: 'two' })).toMatchObject({ hashes: [hashOfText('one')], read: 0 })
})

test('a text that changes after it was looked at is never taken for what it was', () => {
  read()
  const { entries } = read()
  writeFileSync(file(), readFileSync(file(), 'utf8').toUpperCase())
  expect(() => entries[0]?.text).toThrow(ChangedMeanwhile)
  expect(() => entries[0]?.text).toThrow('content/cases/a.md 在这期间又改了')
})

test('a text that was released is read again', () => {
  const [entry] = read().entries
  expect(entry?.text).toBe('one')
  rmSync(file())
  expect(entry?.text).toBe('one')
  if (entry instanceof LateText) entry.release()
  expect(() => entry?.text).toThrow(ChangedMeanwhile)
})
