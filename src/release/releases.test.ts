import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { compare } from './compare.ts'
import { manifestFile, manifestOf, readManifest, recordOf, serializeManifest } from './manifest.ts'
import { uploadOrder } from './place.ts'
import { Releases } from './releases.ts'
import type { Refusal, Released, ReleaseOptions } from './releases.ts'
import { verify } from './verify.ts'

const scratch = mkdtempSync(join(tmpdir(), 'releases-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
let runs = 0
let root = ''
beforeEach(() => (root = join(scratch, String(runs++))))

const day = 24 * 60 * 60 * 1000
const options: ReleaseOptions = { keep: 3, keepDays: 30, now: Date.UTC(2026, 10, 25) }
const later = (days: number, more: Partial<ReleaseOptions> = {}) => ({
  ...options,
  now: options.now + days * day,
  ...more,
})

/** An output as a build leaves it, with its manifest. */
function output(files: Record<string, string>): string {
  const folder = join(root, `output-${runs++}`)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  writeFileSync(join(folder, manifestFile), serializeManifest(manifestOf(folder)))
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

const modes = [{ mode: 'link' }, { mode: 'copy' }] as const

/** A publication or a roll back that must succeed. */
function done(result: Released | Refusal): Released {
  if ('fault' in result) throw new Error(JSON.stringify(result))
  return result
}

describe.each(modes)('releases with a $mode', ({ mode }) => {
  const read = (path: string) => readFileSync(join(root, 'current', path), 'utf8')

  test('serve the output, keep what open pages ask for, and roll back', async () => {
    const releases = new Releases(root)
    done(await releases.publish(output(first), { ...options, mode }))
    expect(read('index.html')).toBe('one')
    done(await releases.publish(output(second), later(1)))
    expect(read('index.html')).toBe('two')
    expect(read('assets/a.11111111.js')).toBe('a')
    expect(await releases.verify()).toEqual([])
    expect(lstatSync(join(root, 'current')).isSymbolicLink()).toBe(mode === 'link')

    done(await releases.rollBack(undefined, later(2)))
    expect(read('index.html')).toBe('one')
    expect(read('assets/a.22222222.js')).toBe('b')
    expect(await releases.verify()).toEqual([])
    expect(await releases.rollBack(undefined, later(2))).toHaveProperty('fault')
  })

  test('are rolled back in the order in which they were served, whatever the clock said', async () => {
    const releases = new Releases(root)
    const texts = ['one', 'two', 'three']
    const clocks = [0, 365 * 74, 1]
    for (const [index, text] of texts.entries())
      done(
        await releases.publish(
          output({ 'index.html': text }),
          later(clocks[index] ?? 0, { mode, keep: 9 }),
        ),
      )
    done(await releases.rollBack(undefined, later(2)))
    expect(read('index.html')).toBe('two')
    done(await releases.publish(output({ 'index.html': 'four' }), later(3, { keep: 9 })))
    // What was served before the fourth is the second, not the third, which was taken back.
    done(await releases.rollBack(undefined, later(4)))
    expect(read('index.html')).toBe('two')
    done(await releases.rollBack(undefined, later(5)))
    expect(read('index.html')).toBe('one')
    const third = releases.list().find(({ sequence }) => sequence === 3)?.id
    done(await releases.rollBack(third, later(6)))
    expect(read('index.html')).toBe('three')
  })

  test('keep a film that is gone for pages that play it, until it is to be forgotten', async () => {
    const releases = new Releases(root)
    const film = 'media/film.mp4'
    done(await releases.publish(output({ ...first, [film]: 'film' }), { ...options, mode }))
    done(await releases.publish(output(first), later(1)))
    done(await releases.publish(output(second), later(2)))
    expect(read(film)).toBe('film')
    expect(await releases.forget([film, 'index.html'], later(2))).toEqual([film])
    expect(existsSync(join(root, 'current', film))).toBe(false)
    expect(await releases.verify()).toEqual([])
    done(await releases.publish(output(first), later(3)))
    expect(existsSync(join(root, 'current', film))).toBe(false)
  })

  test('let go of old files by their age, not by the number of releases', async () => {
    const releases = new Releases(root)
    done(await releases.publish(output(first), { ...options, mode }))
    for (let count = 1; count <= 8; count++)
      done(await releases.publish(output({ ...second, 'index.html': `${count}` }), later(count)))
    expect(read('assets/a.11111111.js')).toBe('a')
    expect(releases.list()).toHaveLength(3)
    done(await releases.publish(output(second), later(40)))
    expect(existsSync(join(root, 'current/assets/a.11111111.js'))).toBe(false)
  })

  test('leave a file that did not change as it is, date and all', async () => {
    const releases = new Releases(root)
    done(await releases.publish(output(first), { ...options, mode }))
    const before = statSync(join(root, 'current/same.html')).mtimeMs
    done(await releases.publish(output(second), later(1)))
    expect(statSync(join(root, 'current/same.html')).mtimeMs).toBe(before)
  })

  test('refuse an output that is not as its manifest says, and see what somebody touched or added', async () => {
    const releases = new Releases(root)
    done(await releases.publish(output(first), { ...options, mode }))
    const broken = output(second)
    writeFileSync(join(broken, 'index.html'), 'cut')
    expect(await releases.publish(broken, later(1))).toMatchObject({
      files: [{ path: 'index.html', what: '内容不对' }],
    })
    expect(read('index.html')).toBe('one')
    rmSync(join(root, 'current/same.html'))
    writeFileSync(join(root, 'current/note.txt'), 'mine')
    expect(await releases.verify()).toEqual([
      { path: 'same.html', what: '不见了' },
      { path: 'note.txt', what: '是多出来的' },
    ])
  })

  test('are published and rolled back though a byte of a kept one is damaged', async () => {
    const releases = new Releases(root)
    done(await releases.publish(output(first), { ...options, mode }))
    done(await releases.publish(output(second), later(1)))
    const [old] = releases.list()
    writeFileSync(join(root, 'releases', old?.folder ?? '', 'same.html'), 'sane')
    writeFileSync(join(root, 'releases', old?.folder ?? '', 'index.html'), 'own')
    done(await releases.publish(output({ ...second, 'index.html': 'three' }), later(2)))
    expect(read('same.html')).toBe('same')
    expect(await releases.verify()).toEqual([])
    // The others have the file that all share; the page of the first is nowhere else.
    expect(await releases.rollBack(old?.id, later(3))).toMatchObject({
      files: [{ path: 'index.html', what: '内容不对' }],
    })
    expect(read('index.html')).toBe('three')
    done(await releases.rollBack(old?.id, later(3), output(first)))
    expect(read('index.html')).toBe('one')
    expect(read('same.html')).toBe('same')
  })

  test('leave out a carried file that was lost, and name it', async () => {
    const releases = new Releases(root)
    done(await releases.publish(output(first), { ...options, mode }))
    done(await releases.publish(output(second), later(1)))
    for (const { folder } of releases.list())
      rmSync(join(root, 'releases', folder, 'assets/a.11111111.js'), { force: true })
    const { lost } = done(await releases.publish(output(second), later(2)))
    expect(lost.map(({ path }) => path)).toEqual(['assets/a.11111111.js'])
    expect(await releases.verify()).toEqual([])
  })

  test('say who published when, from what and why, and tell a monitor', async () => {
    const releases = new Releases(root)
    const signed = { who: '张三', commit: 'abc123', note: '更正数字' }
    done(await releases.publish(output(first), { ...options, mode, ...signed }))
    expect(releases.list()).toMatchObject([{ ...signed, at: '2026-11-25T00:00:00.000Z' }])
    expect(JSON.parse(read('health.json'))).toEqual({
      version: 1,
      release: releases.list()[0]?.id,
      at: '2026-11-25T00:00:00.000Z',
      commit: 'abc123',
      files: 4,
      bytes: expect.any(Number) as number,
    })
  })

  test('tell what publishing would do, and do nothing', async () => {
    const releases = new Releases(root)
    done(await releases.publish(output(first), { ...options, mode }))
    const plan = await releases.plan(output(second), later(1, { keep: 1 }))
    expect(plan.difference.added.map(({ path }) => path)).toEqual(['assets/a.22222222.js'])
    expect(plan.outdated).toHaveLength(1)
    expect(plan.needed.bytes).toBeGreaterThan(0)
    expect(plan.free.bytes).toBeGreaterThan(plan.needed.bytes)
    expect(releases.list()).toHaveLength(1)
    expect(read('index.html')).toBe('one')
  })

  test('are pruned by number and by age, but for what is shown', async () => {
    const releases = new Releases(root)
    for (let count = 0; count < 6; count++)
      done(
        await releases.publish(
          output({ 'index.html': `${count}` }),
          later(count, { keep: 10, mode }),
        ),
      )
    const dayOf = (days: number) => options.now + days * day
    await releases.prune({ keep: 10, olderThan: dayOf(2) })
    expect(releases.list()).toHaveLength(4)
    done(await releases.rollBack(releases.list()[0]?.id, later(7)))
    await releases.prune({ keep: 2, olderThan: dayOf(100) })
    expect(releases.list()).toHaveLength(1)
    expect(read('index.html')).toBe('2')
    expect(await releases.verify()).toEqual([])
  })

  test('stop between two files when they are told to, and leave nothing', async () => {
    const ended = AbortSignal.abort(new Error('told to end'))
    await expect(
      new Releases(root, ended).publish(output(first), { ...options, mode }),
    ).rejects.toThrow('told to end')
    expect(readdirSync(join(root, 'releases'))).toEqual([])
    expect(existsSync(join(root, 'current'))).toBe(false)
  })
})

describe('the two modes', () => {
  const read = (path: string) => readFileSync(join(root, 'current', path), 'utf8')
  const isLink = () => lstatSync(join(root, 'current')).isSymbolicLink()

  test('follow each other without touching an earlier release', async () => {
    const releases = new Releases(root)
    const texts = ['0', '1', '2', '3', '4']
    const said = ['link', 'copy', undefined, 'link', undefined] as const
    for (const [index, text] of texts.entries()) {
      done(
        await releases.publish(
          output({ 'index.html': text }),
          later(index, { keep: 9, mode: said[index] }),
        ),
      )
      expect(read('index.html')).toBe(text)
      expect(isLink()).toBe(index === 0 || index > 2)
      expect(await releases.verify()).toEqual([])
    }
    for (const { folder, files } of releases.list())
      expect(await verify(join(root, 'releases', folder), files)).toEqual([])
  })

  test('never prune what current leads to, wherever somebody pointed it', async () => {
    const releases = new Releases(root)
    for (const text of ['one', 'two'])
      done(await releases.publish(output({ 'index.html': text }), { ...options, keep: 9 }))
    const [old] = releases.list()
    rmSync(join(root, 'current'))
    symlinkSync(`releases/${old?.folder}`, join(root, 'current'))
    expect(releases.serving()?.id).toBe(old?.id)
    expect((await releases.prune({ keep: 1 })).map(({ id }) => id)).not.toContain(old?.id)
    expect(read('index.html')).toBe('one')
  })

  test('leave alone what somebody else put there', async () => {
    mkdirSync(join(root, 'mine'), { recursive: true })
    writeFileSync(join(root, 'mine/a.txt'), 'mine')
    for (const put of [
      () => symlinkSync('mine', join(root, 'current')),
      () => mkdirSync(join(root, 'current')),
      () => writeFileSync(join(root, 'current'), ''),
    ]) {
      put()
      for (const { mode } of modes)
        expect(await new Releases(root).publish(output(first), { ...options, mode })).toMatchObject(
          {
            fault: expect.stringContaining('移走') as string,
          },
        )
      rmSync(join(root, 'current'), { recursive: true })
    }
    expect(readFileSync(join(root, 'mine/a.txt'), 'utf8')).toBe('mine')
  })

  test('keep a file somebody put into the folder that is changed file by file, and name it', async () => {
    const releases = new Releases(root)
    done(await releases.publish(output(first), { ...options, mode: 'copy' }))
    writeFileSync(join(root, 'current/verify.txt'), 'mine')
    const { strangers } = done(await releases.publish(output(second), later(1)))
    expect(strangers).toEqual(['verify.txt'])
    expect(read('verify.txt')).toBe('mine')
    expect(existsSync(join(root, 'current/index.html.next'))).toBe(false)
    expect(await releases.publish(output(first), later(2, { mode: 'link' }))).toMatchObject({
      fault: expect.stringContaining('verify.txt') as string,
    })
  })

  test.each(modes)('read what the first versions left, with a $mode', async ({ mode }) => {
    const store = join(root, 'releases')
    const ids = ['20261101T000000Z-aaaaaaaa', '20261102T000000Z-bbbbbbbb']
    for (const [index, id] of ids.entries()) {
      const folder = output(index === 0 ? first : second)
      const files = [...manifestOf(folder).files, recordOf(folder, manifestFile)]
      mkdirSync(store, { recursive: true })
      cpSync(folder, join(store, id), { recursive: true })
      writeFileSync(join(store, `${id}.json`), JSON.stringify({ id, files, carried: [] }))
    }
    writeFileSync(join(store, 'serving'), `${ids[1]}\n`)
    if (mode === 'link') symlinkSync(`releases/${ids[1]}`, join(root, 'current'))
    else cpSync(join(store, ids[1] ?? ''), join(root, 'current'), { recursive: true })

    const releases = new Releases(root)
    await releases.recover()
    expect(releases.serving()?.id).toBe(ids[1])
    expect(await releases.verify()).toEqual([])
    done(await releases.rollBack(undefined, later(1)))
    expect(read('index.html')).toBe('one')
    done(await releases.publish(output({ 'index.html': 'three' }), later(2)))
    expect(isLink()).toBe(mode === 'link')
    expect(releases.list().map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-11-02',
      '2026-11-26',
      '2026-11-27',
    ])
    expect(await releases.verify()).toEqual([])
  })

  test('leave the folder of a release alone whose record cannot be read', async () => {
    const releases = new Releases(root)
    done(await releases.publish(output(first), options))
    done(await releases.publish(output(second), later(1)))
    const [old] = releases.list()
    writeFileSync(join(root, 'releases', `${old?.id}.json`), '{')
    mkdirSync(join(root, 'releases/20200101T000000Z-00000000'))
    await new Releases(root).recover()
    expect(existsSync(join(root, 'releases', old?.folder ?? ''))).toBe(true)
    expect(existsSync(join(root, 'releases/20200101T000000Z-00000000'))).toBe(false)
  })
})
