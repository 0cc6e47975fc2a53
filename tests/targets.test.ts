import { execFile } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundled } from './bundled.ts'
import { copyRepository } from './hosting/copy.ts'

/**
 * Every command that replaces, removes or adds files, at every place it must not touch: in a copy of the
 * repository, below a home folder of its own, so that a command that obeys destroys only the copy.
 */
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'targets-')))
const home = join(scratch, 'home')
const program = join(home, 'work/chaotou')
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

beforeAll(() => {
  copyRepository(program)
  mkdirSync(join(program, '.git/refs'), { recursive: true })
  write('.ssh/id', 'secret')
  write('letters/letter.txt', 'dear')
  write('report/index.html', 'mine')
  symlinkSync(join(program, 'content'), join(home, 'to-content'))
  symlinkSync(home, join(home, 'to-home'))
}, 120_000)

function write(path: string, text: string): void {
  mkdirSync(dirname(join(home, path)), { recursive: true })
  writeFileSync(join(home, path), text)
}

/** What stands below the home folder, but for what any command may keep for the next. */
function snapshot(folder = home): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (path === join(program, '.vitepress/cache')) return []
    if (entry.isSymbolicLink()) return [`${path} → ${readlinkSync(path)}`]
    return entry.isDirectory()
      ? [path, ...snapshot(path)]
      : [`${path} ${lstatSync(path).mtimeMs} ${lstatSync(path).size}`]
  })
}

interface Ran {
  code: number | null
  out: string
  err: string
}

function run(words: string[], env: Record<string, string> = {}): Promise<Ran> {
  const options = { cwd: program, env: { ...process.env, HOME: home, ...env } }
  return new Promise((done) => {
    const child = execFile(process.execPath, words, options, (_error, out, err) =>
      done({ code: child.exitCode, out, err }),
    )
    child.stdin?.end('一段粘贴进来的文字')
  })
}

const command = await bundled('import', 'merge', 'new', 'release', 'report')
const script = (name: string) => ['--import', 'tsx', `scripts/${name}.ts`]

/** How each command is told where to write. */
const commands: Record<string, (path: string) => Promise<Ran>> = {
  build: (path) => run(['scripts/build.js', '--no-check', '--out', path]),
  merge: (path) => run([command('merge'), 'nowhere', '--out', path]),
  release: (path) => run([command('release'), '--to', path]),
  import: (path) => run([command('import'), '--out', path]),
  new: (path) => run([command('new'), 'page', '--title', '页', '--yes'], { PORTAL_ROOT: path }),
}
const everywhere = [
  '../../',
  '..',
  'Content',
  'seeds/../content/new',
  'src',
  '.git/new',
  '../../to-content',
  '../../to-home',
  '../../letters',
]
const places: Record<string, string[]> = {
  build: [
    ...everywhere,
    './',
    '../chaotou',
    'content',
    '.git',
    '../../report',
    '../../letters/letter.txt',
  ],
  merge: [...everywhere, '.', '../../report'],
  release: [...everywhere, '.', '../../report'],
  import: [...everywhere, '../../report'],
  new: [...everywhere, '../../report'],
}

describe.each(Object.keys(commands))('npm run %s', (name) => {
  test('touches nothing but what is its own', async () => {
    const before = snapshot()
    for (const path of places[name] ?? []) {
      const { code, out, err } = (await commands[name]?.(path)) ?? {}
      expect({ path, code, out }).toEqual({ path, code: 2, out: '' })
      expect(err, path).toMatch(
        /^没有写到 .+：.+。什么也没有动。请.+。\n用法见 npm run \w+ -- --help。\n$/,
      )
    }
    expect(snapshot()).toEqual(before)
  }, 180_000)
})

test.each([
  ['films', 'content/media/films', [...script('films'), '--captions-only']],
  ['handbook:pictures', 'docs/handbook/images', script('handbook-pictures')],
  ['screenshots', '.screenshots', script('screenshots')],
])('npm run %s is not led away by a link', async (_, folder, words) => {
  rmSync(join(program, folder), { recursive: true, force: true })
  symlinkSync(join(home, 'letters'), join(program, folder))
  const before = snapshot()
  const { code, err } = await run(words)
  expect(code).toBe(2)
  expect(err).toContain('那里是个链接，通向门户以外的')
  expect(snapshot()).toEqual(before)
})

test('npm run report writes over a report only', async () => {
  const { code, err } = await run([command('report'), '--out', 'package.json'])
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('不是报告的文件') })
  expect(readFileSync(join(program, 'package.json'), 'utf8')).toContain('"chaotou"')
})
