import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { manifestFile, manifestOf, serializeManifest } from './manifest.ts'
import type { Mode } from './records.ts'
import { Releases } from './releases.ts'
import type { ReleaseOptions } from './releases.ts'
import fc from '../../tests/fast-check.ts'

/** A disk that takes so many more steps; every further one fails, as for a process that was killed. */
const disk = vi.hoisted(() => {
  const changing = 'rename rm link copyFile symlink mkdir rmdir writeFile'.split(' ')
  const limit = { left: Infinity }
  const limited = (real: Record<string, unknown>, ending = '') => ({
    ...real,
    ...Object.fromEntries(
      changing.map((name) => [
        name + ending,
        (...args: unknown[]) => {
          if (limit.left-- <= 0) throw new Error('killed')
          // Functions of Node's module, whose types the compiler cannot follow here.
          return (real[name + ending] as (...args: unknown[]) => unknown)(...args)
        },
      ]),
    ),
  })
  return { limit, limited }
})

vi.mock('node:fs/promises', async (original) => disk.limited(await original()))
vi.mock('node:fs', async (original) => disk.limited(await original(), 'Sync'))

const scratch = mkdtempSync(join(tmpdir(), 'releases-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** Outputs that share some files, have some of their own, and one a folder where others have a file. */
const texts: Record<string, string>[] = [
  { 'index.html': 'A', 'same.html': '=', 'assets/a.AAAAAAAA.js': 'a', 'media/film.mp4': 'film' },
  { 'index.html': 'B', 'same.html': '=', 'assets/b.BBBBBBBB.js': 'b', x: 'file' },
  { 'index.html': 'C', 'same.html': '=', 'assets/a.AAAAAAAA.js': 'a', 'x/y.html': 'folder' },
]
const outputs = texts.map((_, index) => join(scratch, `output-${index}`))

beforeAll(() => {
  for (const [index, files] of texts.entries()) {
    const folder = outputs[index] ?? ''
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    writeFileSync(join(folder, manifestFile), serializeManifest(manifestOf(folder)))
  }
})

type Act =
  | { act: 'publish'; output: number; mode: Mode | undefined; keep: number }
  | { act: 'roll back'; to: number | undefined; mode: Mode | undefined }
  | { act: 'forget' | 'prune' }
  | { act: 'damage' | 'lose'; release: number; file: number }
  | { act: 'clock'; days: number }

const mode = fc.option(fc.constantFrom<Mode>('link', 'copy'), { nil: undefined })
const number = fc.nat({ max: 8 })
const acts = fc.array(
  fc.record({
    what: fc.oneof(
      {
        arbitrary: fc.record({
          act: fc.constant('publish' as const),
          output: fc.nat({ max: 2 }),
          mode,
          keep: fc.integer({ min: 1, max: 3 }),
        }),
        weight: 4,
      },
      {
        arbitrary: fc.record({
          act: fc.constant('roll back' as const),
          to: fc.option(number, { nil: undefined }),
          mode,
        }),
        weight: 2,
      },
      fc.record({ act: fc.constantFrom('forget' as const, 'prune' as const) }),
      fc.record({
        act: fc.constantFrom('damage' as const, 'lose' as const),
        release: number,
        file: number,
      }),
      fc.record({
        act: fc.constant('clock' as const),
        days: fc.integer({ min: -30_000, max: 30_000 }),
      }),
    ) as fc.Arbitrary<Act>,
    /** Steps on the disk after which the act is killed. */
    killed: fc.option(fc.nat({ max: 60 }), { nil: undefined, freq: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
)

test('whatever is done, what is served is one release whole, and the next publication succeeds', async () => {
  let runs = 0
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const root = join(scratch, `run-${runs++}`)
      let now = Date.UTC(2026, 10, 25)
      let isSound = true
      for (const { what, killed } of sequence) {
        if (what.act === 'clock') now += what.days * 24 * 60 * 60 * 1000
        else if (what.act === 'damage' || what.act === 'lose') {
          harm(root, what)
          isSound = false
        } else {
          const succeeded = await run(root, what, { now, killed })
          if (succeeded === 'done' && (what.act === 'publish' || what.act === 'roll back'))
            isSound = true
        }
        if (isSound) await expectWhole(root)
      }
      await run(root, { act: 'publish', output: 0, mode: undefined, keep: 3 }, { now })
      await expectWhole(root)
      expect(readFileSync(join(root, 'current/index.html'), 'utf8')).toBe('A')
      expect(leftBehind(root)).toEqual([])
      rmSync(root, { recursive: true })
    }),
    { numRuns: 60, endOnFailure: false },
  )
}, 300_000)

/** Do something, perhaps only the first steps of it, after what a killed act before it left was finished. */
async function run(
  root: string,
  what: Act,
  { now, killed = Infinity }: { now: number; killed?: number | undefined },
): Promise<'done' | 'refused' | 'killed'> {
  disk.limit.left = killed
  try {
    const releases = new Releases(root)
    await releases.recover()
    const result = await act(releases, what, { keep: 3, keepDays: 30, now })
    if (what.act === 'publish' && result && 'fault' in result) throw new Error(result.fault)
    return result && 'fault' in result ? 'refused' : 'done'
  } catch (error) {
    if (disk.limit.left > 0 || !(error instanceof Error) || !/killed/.test(error.message))
      throw error
    return 'killed'
  } finally {
    disk.limit.left = Infinity
  }
}

function act(releases: Releases, what: Act, options: ReleaseOptions) {
  if (what.act === 'publish')
    return releases.publish(outputs[what.output] ?? '', { ...options, ...what })
  if (what.act === 'roll back') {
    const id = what.to === undefined ? undefined : releases.list()[what.to]?.id
    return releases.rollBack(id, { ...options, mode: what.mode })
  }
  if (what.act === 'forget')
    return releases.forget(['media/film.mp4'], options).then(() => undefined)
  return releases.prune({ keep: 1 }).then(() => undefined)
}

/** A file of a kept release is changed where it stands, under all its names, or removed. */
function harm(root: string, what: Extract<Act, { release: number }>): void {
  const releases = new Releases(root).list()
  const release = releases[what.release % Math.max(1, releases.length)]
  const files = release ? [...release.files, ...release.carried] : []
  const file = files[what.file % Math.max(1, files.length)]
  const path = join(root, 'releases', release?.folder ?? '', file?.path ?? '')
  if (!file || !existsSync(path)) return
  if (what.act === 'lose') rmSync(path)
  else writeFileSync(path, '!'.repeat(file.bytes))
}

/** What stands at `current` is what the release says that is served, whoever looks at whatever moment. */
async function expectWhole(root: string): Promise<void> {
  const releases = new Releases(root)
  if (releases.isUnfinished()) await releases.recover()
  const serving = releases.serving()
  expect(existsSync(join(root, 'current'))).toBe(serving !== undefined)
  expect(await releases.verify()).toEqual([])
  const { mode } = releases.records.state() ?? {}
  if (serving) expect(lstatSync(join(root, 'current')).isSymbolicLink()).toBe(mode === 'link')
}

/** What stands among the releases and belongs to none. */
function leftBehind(root: string): string[] {
  const store = join(root, 'releases')
  const known = new Set(
    new Releases(root).list().flatMap(({ id, folder }) => [`${id}.json`, folder]),
  )
  return readdirSync(store).filter(
    (name) => !known.has(name) && name !== 'store.json' && name !== 'placed.json',
  )
}
