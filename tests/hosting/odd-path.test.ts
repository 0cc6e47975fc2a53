import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { copyRepository } from './copy.ts'

/** Folders are named by people. */
const scratch = mkdtempSync(join(tmpdir(), 'odd-path-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function portalIn(folder: string): string {
  cpSync('tests/fixtures/check', folder, { recursive: true })
  return folder
}

function run(cwd: string, words: string[], portal: string) {
  const env = { ...process.env, PORTAL_ROOT: portal }
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd,
    env,
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

test('the program and the content may lie in folders of any name, as far as Vite can go', () => {
  const program = join(scratch, '50% off (新) [x] * $HOME', '仓库 & co;')
  mkdirSync(program, { recursive: true })
  copyRepository(program)
  const portal = portalIn(join(scratch, 'a#b?c%20d', '内容'))
  const out = join(scratch, 'a#b?c%20d', '输出')
  expect(run(program, ['scripts/check.js'], portal)).toMatchObject({ status: 0 })
  const built = run(program, ['scripts/build.js', '--out', out], portal)
  expect(built.said).toContain('构建好了')
  expect(readFileSync(join(out, 'cases/demo.html'), 'utf8')).toMatch(/<h1[^>]*>.*示例|测试/)
  const store = join(scratch, 'a#b?c%20d', '发布 1')
  const release = ['--import', 'tsx', 'scripts/release.ts', '--to', store]
  expect(run(program, [...release, '--from', out], portal)).toMatchObject({ status: 0 })
  expect(run(program, [...release, '--verify'], portal)).toMatchObject({ status: 0 })
  expect(readFileSync(join(store, 'current/cases/demo.html'))).toEqual(
    readFileSync(join(out, 'cases/demo.html')),
  )
})

test.for(['c#sharp', 'what?'])('a program in %s is told why it cannot build', (name) => {
  const program = join(scratch, name)
  mkdirSync(program)
  copyRepository(program)
  const portal = portalIn(join(scratch, `${name}-content`))
  expect(run(program, ['scripts/check.js'], portal)).toMatchObject({ status: 0 })
  // Where there is a question mark, tsx itself does not find what it is to run.
  const development = name.includes('?') ? [] : [['--import', 'tsx', 'scripts/dev.ts']]
  for (const words of [['scripts/build.js'], ...development]) {
    const { status, said } = run(program, words, portal)
    expect(status, words.join(' ')).toBe(2)
    expect(said).toContain(`“${program}”里有 # 或 ?`)
    expect(said).not.toMatch(/^ +at /m)
  }
})
