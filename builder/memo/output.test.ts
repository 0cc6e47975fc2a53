import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filesBelow } from '../../src/release/manifest.ts'
import { Output } from './output.ts'
import { Standing } from './standing.ts'
import type { Left } from './standing.ts'
import { recoverOutput, workPlace } from './swap.ts'

let scratch: string
beforeEach(() => (scratch = mkdtempSync(join(tmpdir(), 'output-'))))
afterEach(() => rmSync(scratch, { recursive: true, force: true }))

const out = () => join(scratch, 'out')
const at = (path: string) => join(out(), path)

/** Texts by path. */
type Files = Record<string, string>

const first: Files = {
  'index.html': 'home',
  'cases/a.html': 'a',
  'cases/b.html': 'b',
  'search/1/x.bin': 'x',
  'search/manifest.json': 'x',
}
const second: Files = { ...first, 'cases/a.html': 'A', 'search/2/y.bin': 'y' }
delete second['search/1/x.bin']

const open = (left: Left[] = []) => new Output(out(), new Standing(out(), left))
const put = (output: Output, files: Files) => {
  for (const [path, text] of Object.entries(files)) output.write(path, text)
  return output
}
const make = (files: Files, left?: Left[]) => put(open(left), files).settle()

/** What stands in the output, and nothing may be left beside it. */
function standing(): Files {
  expect(readdirSync(scratch)).toEqual(['out'])
  return Object.fromEntries(filesBelow(out()).map((path) => [path, readFileSync(at(path), 'utf8')]))
}
const inode = (path: string) => statSync(at(path)).ino
const folders = () =>
  readdirSync(out(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()

describe('an output', () => {
  test('is the files that were put in it, and says how they were left', () => {
    const left = make(first)
    expect(standing()).toEqual(first)
    expect(new Standing(out(), left)).toMatchObject({ isWhole: true })
  })

  test('changes where something changed, and stays the same folder', () => {
    const left = make(first)
    const before = [inode('.'), inode('index.html'), inode('cases/b.html')]
    const after = make(second, left)
    expect(standing()).toEqual(second)
    expect([inode('.'), inode('index.html'), inode('cases/b.html')]).toEqual(before)
    expect(folders()).toEqual(['2', 'cases', 'search'])
    expect(new Standing(out(), after)).toMatchObject({ isWhole: true })
  })

  test('takes in what a step wrote by itself, and lets stay what it wrote the same', () => {
    const left = make(first)
    const { ino } = statSync(at('index.html'))
    const output = open(left)
    for (const [path, text] of Object.entries({ 'index.html': 'home', 'new.html': 'new' }))
      writeFileSync(join(output.folder, path), text)
    expect(output.list().map(({ path }) => path)).toEqual(['index.html', 'new.html'])
    output.settle()
    expect(standing()).toEqual({ 'index.html': 'home', 'new.html': 'new' })
    expect(inode('index.html')).toBe(ino)
  })

  test('holds what was written last of one path, and never writes through a link', () => {
    const kept = join(scratch, 'kept')
    writeFileSync(kept, 'kept')
    const left = make(first)
    const output = open(left)
    output.place({ path: 'cases/a.html', bytes: 4, sha256: 'of kept' }, kept)
    expect(output.read('cases/a.html').toString()).toBe('kept')
    put(output, { 'cases/a.html': 'other' })
    expect(output.read('cases/a.html').toString()).toBe('other')
    expect(readFileSync(kept, 'utf8')).toBe('kept')
    put(output, { 'cases/a.html': 'a' }).settle()
    rmSync(kept)
    expect(standing()).toEqual({ 'cases/a.html': 'a' })
  })

  test('is not touched by a build that lets go of its own', () => {
    const left = make(first)
    put(open(left), second).discard()
    expect(standing()).toEqual(first)
    expect(new Standing(out(), left)).toMatchObject({ isWhole: true })
  })

  test('copies a file again only when it looks different', () => {
    const source = join(scratch, 'source')
    writeFileSync(source, 'one')
    const copy = (left?: Left[]) => {
      const output = open(left)
      output.copy('media/a.txt', source)
      return output.settle()
    }
    const left = copy()
    const ino = inode('media/a.txt')
    const again = copy(left)
    expect(inode('media/a.txt')).toBe(ino)
    writeFileSync(source, 'two')
    utimesSync(source, new Date(0), new Date(0))
    const last = copy(again)
    expect(readFileSync(at('media/a.txt'), 'utf8')).toBe('two')
    rmSync(source)
    expect(last.map(({ bytes }) => bytes)).toEqual([3])
  })

  test('lets a file stay that was made from another only while that one stays', () => {
    const left = make({ 'a.js': 'a', 'a.js.br': 'packed' })
    expect(put(open(left), { 'a.js': 'a' }).keepWith('a.js', 'a.js.br')).toBe(true)
    expect(put(open(left), { 'a.js': 'b' }).keepWith('a.js', 'a.js.br')).toBe(false)
    expect(open(left).keepWith('a.js', 'a.js.br')).toBe(false)
  })
})

/** What may happen to an output between two builds. */
const harms: Record<string, () => void> = {
  'a file was changed, as long and as old as before': () => {
    const { mtime } = statSync(at('cases/b.html'))
    writeFileSync(at('cases/b.html'), 'X')
    utimesSync(at('cases/b.html'), mtime, mtime)
  },
  'a file was taken away': () => rmSync(at('cases/b.html')),
  'a file was added': () => writeFileSync(at('cases/stray.html'), ''),
  'a folder was added where a file is to be': () =>
    mkdirSync(at('search/2/y.bin/deep'), { recursive: true }),
  'a file stands where a folder is to be': () => writeFileSync(at('search/2'), ''),
  'a file became a link': () => {
    rmSync(at('cases/b.html'))
    symlinkSync(at('index.html'), at('cases/b.html'))
  },
  'a file became a folder': () => {
    rmSync(at('cases/b.html'))
    mkdirSync(at('cases/b.html'))
  },
  'a folder became a link': () => {
    const elsewhere = join(out(), 'elsewhere')
    renameSync(at('cases'), elsewhere)
    symlinkSync(elsewhere, at('cases'))
  },
  'another file was moved over one': () => {
    writeFileSync(at('b'), 'X')
    renameSync(at('b'), at('cases/b.html'))
  },
  'two files changed places': () => {
    renameSync(at('cases/a.html'), at('c'))
    renameSync(at('cases/b.html'), at('cases/a.html'))
    renameSync(at('c'), at('cases/b.html'))
  },
  'it was taken away': () => rmSync(out(), { recursive: true }),
  'a file stands in its place': () => {
    rmSync(out(), { recursive: true })
    writeFileSync(out(), '')
  },
}

describe('whatever happened to the last output, the next is right:', () => {
  test.for(Object.keys(harms))('%s', (name) => {
    const left = make(first)
    harms[name]?.()
    expect(new Standing(out(), left).isWhole).toBe(false)
    const after = make(second, left)
    expect(standing()).toEqual(second)
    expect(new Standing(out(), after)).toMatchObject({ isWhole: true })
  })

  test.for<[string, Files, Files]>([
    ['a folder becomes a file', { 'a/b': 'b', c: 'c' }, { a: 'a', c: 'c' }],
    ['a file becomes a folder', { a: 'a', c: 'c' }, { 'a/b': 'b', c: 'c' }],
    ['nothing is left of it', { a: 'a', 'b/c': 'c' }, {}],
  ])('%s', ([, before, after]) => {
    make(after, make(before))
    expect(standing()).toEqual(after)
  })

  test('more has changed than is changed one by one', () => {
    const many = (text: string): Files =>
      Object.fromEntries(Array.from({ length: 2100 }, (_, name) => [`many/${name}`, text]))
    const left = make({ ...first, ...many('one') })
    const { ino } = statSync(out())
    const kept = inode('index.html')
    make({ ...first, ...many('two') }, left)
    expect(standing()).toEqual({ ...first, ...many('two') })
    expect(inode('.')).not.toBe(ino)
    expect(inode('index.html')).toBe(kept)
  })
})

test('a change that was broken off anywhere is finished by whoever finds it', () => {
  const stale = ['search/1/x.bin', 'cases/b.html']
  const fresh: Files = { 'cases/a.html': 'A', 'search/2/y.bin': 'y', 'new/c.html': 'c' }
  const steps = [...Object.keys(fresh), ...stale, 'the list']
  const wanted: Files = { ...first, ...fresh }
  for (const path of stale) Reflect.deleteProperty(wanted, path)
  for (let done = 0; done <= steps.length; done++) {
    rmSync(scratch, { recursive: true, force: true })
    mkdirSync(scratch)
    make(first)
    const changes = workPlace(out(), 'changes')
    for (const [path, text] of Object.entries(fresh)) {
      mkdirSync(join(changes, path, '..'), { recursive: true })
      writeFileSync(join(changes, path), text)
    }
    writeFileSync(join(changes, '.stale.json'), JSON.stringify(stale))
    for (const path of steps.slice(0, done))
      if (path in fresh) {
        mkdirSync(join(out(), path, '..'), { recursive: true })
        renameSync(join(changes, path), at(path))
      } else if (path === 'the list') rmSync(join(changes, '.stale.json'))
      else rmSync(at(path))
    recoverOutput(out())
    expect(standing(), `after ${done} steps`).toEqual(wanted)
  }
})

test('changes to an output that is gone make no output', () => {
  const changes = workPlace(out(), 'changes')
  mkdirSync(changes)
  writeFileSync(join(changes, '.stale.json'), '[]')
  writeFileSync(join(changes, 'index.html'), 'home')
  recoverOutput(out())
  expect(existsSync(out())).toBe(false)
  expect(readdirSync(scratch)).toEqual([])
})

/** A folder in memory is another disk; systems without one have none to try. */
const memory = '/dev/shm'
const isOther = existsSync(memory) && statSync(memory).dev !== statSync(tmpdir()).dev

test.runIf(isOther)('an output on another disk than what is kept is the same', () => {
  const other = mkdtempSync(join(memory, 'output-'))
  try {
    const file = join(other, 'kept')
    writeFileSync(file, 'kept')
    const output = open()
    output.place({ path: 'page.html', bytes: 4, sha256: hash('sha256', 'kept') }, file)
    output.settle()
    expect(standing()).toEqual({ 'page.html': 'kept' })

    // A change whose output stands on another disk, as a mounted one does.
    const changes = join(other, 'changes')
    mkdirSync(changes)
    writeFileSync(join(changes, 'new.html'), 'new')
    writeFileSync(join(changes, '.stale.json'), '["page.html"]')
    symlinkSync(changes, workPlace(out(), 'changes'))
    recoverOutput(out())
    expect(standing()).toEqual({ 'new.html': 'new' })
  } finally {
    rmSync(other, { recursive: true, force: true })
  }
})
