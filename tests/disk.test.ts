import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { diskSentence } from '../src/model/disk.ts'

/** Disks as they are: what they refuse is an issue about its place, and hides no other. */

let scratch = ''
let root = ''
const at = (path: string) => join(root, path)

beforeAll(() => {
  // Another account may run the program, and not compile it.
  spawnSync(process.execPath, ['scripts/check.js', '--help'])
})
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'disk-'))
  root = join(scratch, 'portal')
  cpSync('tests/fixtures/check', root, { recursive: true })
  chmodSync(scratch, 0o755)
  // An issue of another kind, which must be reported whatever the disk does.
  appendFileSync(at('content/organizations/demo-committee.md'), '\n正文写到{{这里}}。\n')
})
afterEach(() => rmSync(scratch, { recursive: true, force: true }))

interface Checked {
  code: number | null
  places: string[]
  others: string[]
  err: string
}

/** Nobody: for whom permissions count. Root reads everything. */
const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']

function check(under: string[] = []): Checked {
  const [command = '', ...words] = [
    ...under,
    process.execPath,
    'scripts/check.js',
    '--format',
    'json',
  ]
  const { status, stdout, stderr } = spawnSync(command, words, {
    env: { ...process.env, PORTAL_ROOT: root },
    encoding: 'utf8',
    timeout: 60_000,
  })
  const issues: { file: string; rule: string; message: string }[] = JSON.parse(stdout || '[]')
  const ofDisk = (rule: string) => /^file-/.test(rule)
  return {
    code: status,
    places: issues
      .filter(({ rule }) => ofDisk(rule))
      .map(({ file, rule, message }) => `${file} ${rule} ${message}`),
    others: [...new Set(issues.filter(({ rule }) => !ofDisk(rule)).map(({ rule }) => rule))],
    err: stderr,
  }
}

const folder = '这里要的是文件夹，现在不是。'
const file = '这里要的是文件，现在不是。'
const locked = '读不出来：没有权限，看看它和它所在的文件夹准不准这个账号读写。'
const link = '这是一个符号链接，可能把别处的文件带进站点。'

describe('the check', { timeout: 90_000 }, () => {
  test.for<[name: string, change: () => void, place: string]>([
    [
      'site.yaml is a folder',
      () => {
        renameSync(at('site.yaml'), at('old.yaml'))
        mkdirSync(at('site.yaml'))
      },
      `site.yaml file-can-be-read ${file}`,
    ],
    [
      'site.yaml is a pipe',
      () => {
        unlinkSync(at('site.yaml'))
        spawnSync('mkfifo', [at('site.yaml')])
      },
      `site.yaml file-can-be-read ${file}`,
    ],
    [
      'site.yaml is a link to nowhere',
      () => {
        unlinkSync(at('site.yaml'))
        symlinkSync('nowhere', at('site.yaml'))
      },
      `site.yaml file-is-not-a-link ${link}`,
    ],
    [
      'site.yaml is a link to itself',
      () => {
        unlinkSync(at('site.yaml'))
        symlinkSync('site.yaml', at('site.yaml'))
      },
      `site.yaml file-is-not-a-link ${link}`,
    ],
    ['films is a file', () => writeFileSync(at('films'), ''), `films file-can-be-read ${folder}`],
    [
      'an entry is a pipe',
      () => spawnSync('mkfifo', [at('content/cases/pipe.md')]),
      `content/cases/pipe.md file-can-be-read ${file}`,
    ],
    [
      'a name is no UTF-8',
      () => writeFileSync(Buffer.from(`${at('content/cases')}/b\xff.md`, 'latin1'), ''),
      'content/cases/b\\xff.md file-name-is-plain 名字不是 UTF-8 编码，很多电脑上读不出来。',
    ],
    [
      'a folder’s name is no UTF-8',
      () => mkdirSync(Buffer.from(`${at('content/cases')}/\xd6\xd0`, 'latin1')),
      'content/cases/\\xd6\\xd0 file-name-is-plain 名字不是 UTF-8 编码，很多电脑上读不出来。',
    ],
    [
      'a name holds a line break',
      () => writeFileSync(at('content/cases/a\rb.md'), ''),
      'content/cases/a\\u000db.md file-name-is-plain 名字“a\\u000db.md”里有不能用的字符。',
    ],
  ])('%s', ([, change, place]) => {
    change()
    const { code, places, others, err } = check()
    expect({ code, places, others, err: /^ +at /m.test(err) }).toEqual({
      code: 1,
      places: [place],
      others: ['text-has-no-interpolation'],
      err: false,
    })
  })

  test.for([
    ['content/cases/demo.md', 'content/cases/demo.md'],
    ['seeds/demo.yaml', 'seeds/demo.yaml'],
    ['site.yaml', 'site.yaml'],
    ['content/topics', 'content/topics'],
    ['seeds', 'seeds'],
  ])('%s may not be read by this account', ([path, place]) => {
    chmodSync(at(path ?? ''), 0)
    const { code, places, err } = check(process.getuid?.() === 0 ? nobody : [])
    expect({ code, places }).toEqual({ code: 1, places: [`${place} file-can-be-read ${locked}`] })
    expect(err).not.toMatch(/^ +at /m)
  })

  test('too many files are open', () => {
    const program = `
      import { openSync } from 'node:fs'
      import { readPortal } from ${JSON.stringify(resolve('src/content/files.ts'))}
      readPortal(${JSON.stringify(root)})
      try { for (;;) openSync('/dev/null') } catch {}
      const { issues, entries } = readPortal(${JSON.stringify(root)})
      process.stdout.write(JSON.stringify({ entries: entries.length, issues: issues.map(({ message }) => message) }))`
    writeFileSync(join(scratch, 'exhaust.mts'), program)
    const line = `ulimit -n 256 && ${process.execPath} --import tsx ${join(scratch, 'exhaust.mts')}`
    const { stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' })
    const { entries, issues } = JSON.parse(stdout || '{}')
    expect(entries, stderr).toBe(0)
    expect(new Set(issues)).toEqual(
      new Set(['读不出来：打开的文件太多，用 ulimit -n 4096 放宽以后再运行。']),
    )
    expect(issues.length).toBeGreaterThan(1)
  })
})

describe('commands that write', { timeout: 90_000 }, () => {
  const run = (words: string[], under: string[] = []) => {
    const [command = '', ...rest] = [...under, process.execPath, ...words]
    return spawnSync(command, rest, {
      env: { ...process.env, PORTAL_ROOT: root },
      encoding: 'utf8',
    })
  }

  test('say where they may not, in a sentence', () => {
    const under = process.getuid?.() === 0 ? nobody : []
    chmodSync(at('content/cases'), 0o555)
    const made = run(
      ['--import', 'tsx', 'scripts/new.ts', 'case', '--title', '测试案例', '--slug', 'test-case'],
      under,
    )
    expect(made.status).not.toBe(0)
    expect(made.stderr).toMatch(/写不了|打不开|没有权限/)
    expect(made.stderr + made.stdout).not.toMatch(/^ +at /m)
  })

  test('a portal that is not there is not an empty one', () => {
    root = join(scratch, 'nowhere')
    const built = run(['scripts/build.js', '--out', join(scratch, 'out')])
    expect(built.status).toBe(1)
    expect(built.stdout + built.stderr).toContain(`${root}:1:1  错误  file-can-be-read`)
  })
})

test('what the disk says is said in Chinese with its place; other errors are not', () => {
  const refused = () => {
    try {
      readFileSync('/nowhere/at/all')
    } catch (error) {
      return error
    }
    return undefined
  }
  expect(diskSentence(refused())).toBe(
    '/nowhere/at/all 打不开：没有这个文件或文件夹，可能刚刚被删了或改了名。',
  )
  const full = { code: 'ENOSPC', syscall: 'copyfile', path: '/a', dest: '/b' }
  expect(diskSentence(Object.assign(new Error('full'), full))).toBe(
    '/a → /b 写不了：磁盘满了（空间或文件数），腾出地方再运行。',
  )
  expect(diskSentence(new TypeError('x'))).toBeUndefined()
  const net = { code: 'EACCES', syscall: 'listen', port: 80 }
  expect(diskSentence(Object.assign(new Error('x'), net))).toBeUndefined()
})
