import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { affectedFiles } from '../src/check/changed.ts'
import { checkPortal, dayOf, reportOf } from '../src/check/check.ts'
import { formats } from '../src/report/formats.ts'

let root = ''
const file = (path: string) => join(root, path)
const demo = 'content/cases/demo.md'

/** A portal of one case, its organisation and its source: visibly test data. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chaotou-check-'))
  cpSync('tests/fixtures/check', root, { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Not the environment of the machine that tests: there the report has annotations too. */
const env = { ...process.env, NO_COLOR: '1', GITHUB_ACTIONS: '' }

function check(...args: string[]): { code: number | null; out: string; err: string } {
  return checkWith(env, ...args)
}

function checkWith(
  variables: NodeJS.ProcessEnv,
  ...args: string[]
): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/check.js', ...args], {
    env: { ...variables, PORTAL_ROOT: root },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  return { code: status, out: stdout, err: stderr }
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(file(path), 'utf8')
  expect(text).toContain(from)
  writeFileSync(file(path), text.replace(from, to))
}

const other = (name: string, link: string) => ({
  path: `content/cases/${name}.md`,
  text: `[见](${link})`,
})

const found = (out: string): { file: string; line: number; rule: string }[] => JSON.parse(out)

describe('npm run check', () => {
  it('is silent about a clean portal and ends with 0', () => {
    expect(check('--format', 'json')).toMatchObject({ code: 0, out: '[]\n' })
  })

  it('holds a figure against its fact and ends with 1', () => {
    edit(demo, '共有63家', '共有36家')
    const { code, out } = check('--format', 'json')
    expect(code).toBe(1)
    expect(found(out).map(({ rule }) => rule)).toContain('figure-agrees-with-fact')
  })

  it.each([
    ['共有63家', '共有六十三家', 0],
    ['入库600余家', '入库六百余家', 0],
    ['入库600余家', '入库600家', 1],
    ['入库600余家', '入库700余家', 1],
  ])('reads %s written as %s with exit code %i', (from, to, code) => {
    edit(demo, from, to)
    const answer = check('--quiet', '--format', 'json')
    expect(answer.code, answer.out).toBe(code)
  })

  it('lets one broken file hide nothing of another', () => {
    writeFileSync(file('content/cases/broken.md'), '---js\nprocess.exit(0)\n---\n')
    edit(demo, '共有63家', '共有36家')
    const files = found(check('--format', 'json').out).map((issue) => issue.file)
    expect(new Set(files)).toEqual(new Set(['content/cases/broken.md', demo]))
  })

  it('says the same from run to run', () => {
    edit(demo, '共有63家', '共有36家')
    expect(check().out).toBe(check().out)
  })

  it.each(['--formt=json', '--format=xml', '--rule=no-such-rule', '--only=content/none'])(
    'refuses %s with 2, in Chinese and without a stack',
    (argument) => {
      const { code, out, err } = check(argument)
      expect(code).toBe(2)
      expect(out + err).toMatch(/\p{Script=Han}/u)
      expect(out + err).not.toMatch(/^\s+at /m)
    },
  )

  it('shares a large portal out among threads and finds the same', { timeout: 240_000 }, () => {
    const text = readFileSync(file(demo), 'utf8')
    mkdirSync(file('content/cases'), { recursive: true })
    for (let number = 0; number < 2100; number++) {
      const faulty = number % 100 === 7 ? text.replace('共有63家', '共有36家') : text
      writeFileSync(file(`content/cases/copy-${number}.md`), faulty)
    }
    const { code, out } = check('--format', 'json')
    const checked = checkPortal(root, { today: dayOf(new Date()) })
    expect(code).toBe(1)
    expect(found(out).filter(({ rule }) => rule === 'figure-agrees-with-fact')).toHaveLength(21)
    expect(out).toBe(formats.json(reportOf(checked)))
    // What was read is kept, and read again it says the same.
    expect(check('--format', 'json').out).toBe(out)
  })

  it('mends what is safe, once, and shows it first when asked', () => {
    edit(demo, '共有63家', '办了两场， 共有63家')
    const before = readFileSync(file(demo), 'utf8')
    expect(check('--fix', '--dry-run').out).toMatch(/^[-+].*共有63家/m)
    expect(readFileSync(file(demo), 'utf8')).toBe(before)
    check('--fix')
    const mended = readFileSync(file(demo), 'utf8')
    expect(mended).toContain('办了两场，共有63家')
    check('--fix')
    expect(readFileSync(file(demo), 'utf8')).toBe(mended)
  })

  it('finds and mends what stands below a faulty field', () => {
    edit(demo, 'title: 测试案例怎样通过检查', 'title: "测试案例怎样通过检查')
    edit(demo, '共有63家', '办了两场， 共有36家')
    const { code, out } = check('--format', 'json')
    const rules = found(out).flatMap((issue) => (issue.file === demo ? issue.rule : []))
    expect(code).toBe(1)
    expect(rules).toEqual(expect.arrayContaining(['yaml-is-plain', 'figure-agrees-with-fact']))
    check('--fix')
    expect(readFileSync(file(demo), 'utf8')).toContain('办了两场，共有36家')
    // Kept from before, it says the same.
    const rest = rules.filter((rule) => !rule.includes('spaces'))
    expect(found(check('--format', 'json').out).flatMap(({ rule }) => rule)).toEqual(rest)
  })

  it('with --changed reports what an edit touched and what it broke elsewhere', () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=测试', '-c', 'user.email=test@example.org', ...args], {
        cwd: root,
        stdio: 'ignore',
      })
    git('init', '-q')
    git('add', '-A')
    git('commit', '-q', '-m', 'test')
    expect(check('--changed', '--format', 'json')).toMatchObject({ code: 0, out: '[]\n' })
    rmSync(file('content/organizations/demo-committee.md'))
    const { code, out } = check('--changed', '--format', 'json')
    expect(code).toBe(1)
    expect(found(out)).toContainEqual(
      expect.objectContaining({ file: demo, rule: 'reference-exists' }),
    )
  })

  it('with --changed takes no file for affected whose name only begins like a touched one', () => {
    const files = { path: 'content/cases/case-5.md', text: 'case-5' }
    const portal = {
      ...{
        root,
        entries: [files, other('case-50', '/cases/case-5'), other('case-55', '/cases/case-50')],
      },
      ...{ seeds: [], media: [], captions: [], issues: [] },
    }
    const affected = affectedFiles(portal, [{ path: 'content/cases/case-5.md' }])
    expect([...affected].sort()).toEqual(['content/cases/case-5.md', 'content/cases/case-50.md'])
  })

  it('annotates a change in a workflow of GitHub', () => {
    edit(demo, '共有63家', '共有36家')
    const { out } = checkWith({ ...env, GITHUB_ACTIONS: 'true' })
    expect(out).toMatch(/个错误[\s\S]*^::error file=content\/cases\/demo\.md,line=\d+/m)
  })

  it('speaks to machines', () => {
    edit(demo, '共有63家', '共有36家')
    expect(check('--format', 'github').out).toMatch(
      /^::error file=content\/cases\/demo\.md,line=\d+/m,
    )
    expect(JSON.parse(check('--format', 'sarif').out)).toMatchObject({ version: '2.1.0' })
    expect(check('--format', 'junit').out).toMatch(/^<\?xml[\s\S]*<testsuites?[\s\S]*<failure/)
  })
})
