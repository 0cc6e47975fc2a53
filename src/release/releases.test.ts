import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { compare } from './compare.ts'
import { manifestFile, manifestOf, readManifest, writtenManifest } from './manifest.ts'
import { uploadOrder } from './place.ts'
import { Releases } from './releases.ts'

const scratch = mkdtempSync(join(tmpdir(), 'releases-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
let runs = 0
let root = ''
beforeEach(() => (root = join(scratch, String(runs++))))

const day = 24 * 60 * 60 * 1000
const options = { keep: 3, keepDays: 30, copy: false, now: Date.UTC(2026, 10, 25) }
const later = (days: number, more = {}) => ({ ...options, now: options.now + days * day, ...more })

/** An output as a build leaves it, with its manifest. */
function output(files: Record<string, string>): string {
  const folder = join(root, `output-${runs++}`)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  writeFileSync(join(folder, manifestFile), writtenManifest(manifestOf(folder)))
  return folder
}

const first = { 'index.html': 'one', 'same.html': 'same', 'assets/a.11111111.js': 'a' }
const second = { 'index.html': 'two', 'same.html': 'same', 'assets/a.22222222.js': 'b' }

describe('a manifest', () => {
  test('lists every file with its size and hash, and reads back as written', () => {
    const folder = output(first)
    const manifest = readManifest(join(folder, manifestFile))
    expect(manifest).toEqual(manifestOf(folder))
    expect(manifest.files.map(({ path }) => path)).toEqual(Object.keys(first).sort())
    expect(manifest.files.find(({ path }) => path === 'index.html')).toEqual({
      path: 'index.html',
      bytes: 3,
      sha256: '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed',
    })
  })

  test('compared with another says what to upload, and in which order', () => {
    const { added, changed, removed, unchanged } = compare(
      manifestOf(output(first)).files,
      manifestOf(output(second)).files,
    )
    const names = (files: { path: string }[]) => files.map(({ path }) => path)
    expect(names(added)).toEqual(['assets/a.22222222.js'])
    expect(names(removed)).toEqual(['assets/a.11111111.js'])
    expect(names(changed)).toEqual(['index.html'])
    expect(names(unchanged)).toEqual(['same.html'])
    expect(names(uploadOrder([...changed, ...added]))).toEqual([
      'assets/a.22222222.js',
      'index.html',
    ])
  })
})

describe.each([{ copy: false }, { copy: true }])('releases with copy: $copy', ({ copy }) => {
  const read = (path: string) => readFileSync(join(root, 'current', path), 'utf8')

  test('serve the output, keep what open pages ask for, and roll back', () => {
    const releases = new Releases(root)
    releases.publish(output(first), { ...options, copy })
    expect(read('index.html')).toBe('one')
    releases.publish(output(second), later(1, { copy }))
    expect(read('index.html')).toBe('two')
    expect(read('assets/a.11111111.js')).toBe('a')
    expect(releases.verify()).toEqual([])
    expect(lstatSync(join(root, 'current')).isSymbolicLink()).toBe(!copy)

    releases.rollBack(undefined, later(2, { copy }))
    expect(read('index.html')).toBe('one')
    expect(read('assets/a.22222222.js')).toBe('b')
    expect(releases.verify()).toEqual([])
    expect(releases.rollBack(undefined, later(2, { copy }))).toBeUndefined()
  })

  test('keep a film that is gone for pages that play it, until it is to be forgotten', () => {
    const releases = new Releases(root)
    releases.publish(output({ ...first, 'media/film.mp4': 'film' }), { ...options, copy })
    releases.publish(output(first), later(1, { copy }))
    releases.publish(output(second), later(2, { copy }))
    expect(read('media/film.mp4')).toBe('film')
    expect(releases.forget(['media/film.mp4', 'index.html'], later(2, { copy }))).toEqual([
      'media/film.mp4',
    ])
    expect(existsSync(join(root, 'current/media/film.mp4'))).toBe(false)
    expect(releases.verify()).toEqual([])
    releases.publish(output(first), later(3, { copy }))
    expect(existsSync(join(root, 'current/media/film.mp4'))).toBe(false)
  })

  test('let go of old files by their age, not by the number of releases', () => {
    const releases = new Releases(root)
    releases.publish(output(first), { ...options, copy })
    for (let count = 1; count <= 8; count++)
      releases.publish(output({ ...second, 'index.html': String(count) }), later(count, { copy }))
    expect(read('assets/a.11111111.js')).toBe('a')
    expect(releases.list()).toHaveLength(3)
    releases.publish(output(second), later(40, { copy }))
    expect(existsSync(join(root, 'current/assets/a.11111111.js'))).toBe(false)
  })

  test('leave a file that did not change as it is, date and all', () => {
    const releases = new Releases(root)
    releases.publish(output(first), { ...options, copy })
    const before = statSync(join(root, 'current/same.html')).mtimeMs
    releases.publish(output(second), later(1, { copy }))
    expect(statSync(join(root, 'current/same.html')).mtimeMs).toBe(before)
  })

  test('refuse an output that is not as its manifest says, and see a file somebody touched', () => {
    const releases = new Releases(root)
    releases.publish(output(first), { ...options, copy })
    const broken = output(second)
    writeFileSync(join(broken, 'index.html'), 'cut')
    expect(releases.publish(broken, later(1, { copy }))).toEqual([
      { path: 'index.html', what: '内容不对' },
    ])
    expect(read('index.html')).toBe('one')
    rmSync(join(root, 'current/same.html'))
    expect(releases.verify()).toEqual([{ path: 'same.html', what: '不见了' }])
  })
})
