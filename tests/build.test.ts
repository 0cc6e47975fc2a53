import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeFolder } from '../.vitepress/build/store.ts'

const root = resolve(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'build-'))
const buildTime = 300_000
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function build(parameters: string[], env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/build.js', '--no-check', ...parameters],
    { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } },
  )
  expect(status, stdout + stderr).toBe(0)
  return stdout + stderr
}

/** Every file of a folder by its path. */
function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return new Map(files.map((file) => [file.slice(folder.length), readFileSync(file, 'latin1')]))
}

/** Paths whose bytes differ or that only one of two outputs has. */
function differences(a: Map<string, string>, b: Map<string, string>): string[] {
  const paths = new Set([...a.keys(), ...b.keys()])
  return [...paths].filter((path) => a.get(path) !== b.get(path)).sort()
}

test(
  'the renderer writes what VitePress would, byte for byte',
  () => {
    const [fast, slow] = [join(scratch, 'fast'), join(scratch, 'slow')]
    build(['--out', fast])
    build(['--out', slow, '--vitepress'])
    expect(contents(fast).size).toBeGreaterThan(300)
    expect(differences(contents(fast), contents(slow))).toEqual([])
  },
  buildTime,
)

describe('what earlier builds left', () => {
  const portal = join(scratch, 'portal')
  const out = join(scratch, 'out')
  const env = { PORTAL_ROOT: portal }
  const file = join(portal, 'content/cases/sample-case.md')
  const rebuild = (...parameters: string[]) => {
    build(['--out', out, ...parameters], env)
    return contents(out)
  }
  /** The same portal built where no build was before. */
  const afresh = () => {
    build(['--out', out, '--force'], env)
    return contents(out)
  }
  let first: Map<string, string>

  beforeAll(() => {
    cpSync(join(root, 'tests/fixtures/portal'), portal, { recursive: true })
    first = rebuild()
  }, buildTime)

  test('an edit changes its page and what shows it, as a fresh build would', () => {
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(/^title: .*$/m, 'title: 改过名字的示例案例'))
    const edited = rebuild()
    writeFileSync(file, text)
    const changed = differences(first, edited).filter((path) => path.endsWith('.html'))
    expect(changed).toContain('/cases/sample-case.html')
    expect(changed).toContain('/cases/index.html')
    expect(changed).not.toContain('/handbook/index.html')
  })

  test('a deleted entry leaves the output and every list', () => {
    const text = readFileSync(file, 'utf8')
    rmSync(file)
    const without = rebuild()
    expect([...without.keys()]).not.toContain('/cases/sample-case.html')
    expect(differences(without, afresh())).toEqual([])
    writeFileSync(file, text)
  })

  test('a kept page that was cut, changed or swapped is made again', () => {
    rebuild()
    const files = readdirSync(storeFolder(out), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'index')
      .map((entry) => join(entry.parentPath, entry.name))
    expect(files.length).toBeGreaterThan(100)
    files.forEach((path, number) => {
      const { atime } = statSync(path)
      if (number % 3 === 0) truncateSync(path, 100)
      else if (number % 3 === 1)
        writeFileSync(path, readFileSync(path, 'utf8').replace('测试', '错误'))
      else rmSync(path)
      if (number % 3 !== 2) utimesSync(path, atime, new Date(0))
    })
    expect(differences(first, rebuild())).toEqual([])
  })

  test('an output stays as it is while nothing changes, and only then', () => {
    const said = () => build(['--out', out], env)
    const [page, unchanged] = [join(out, 'cases/sample-case.html'), '没有变化']
    rebuild()
    const { ino } = statSync(out)
    expect(said()).toContain(unchanged)
    expect(statSync(out).ino).toBe(ino)
    const text = readFileSync(file, 'utf8')
    const { mtime } = statSync(file)
    const edited = text.replace('测试', '试测')
    expect(edited).not.toBe(text)
    writeFileSync(file, edited)
    utimesSync(file, mtime, mtime)
    expect(said()).not.toContain(unchanged)
    writeFileSync(file, text)
    expect(said()).not.toContain(unchanged)
    for (const harm of [
      () => rmSync(page),
      () => truncateSync(page, 10),
      () => writeFileSync(join(out, 'stray.html'), ''),
      () => {
        const before = statSync(page)
        writeFileSync(page, readFileSync(page, 'utf8').replace('测试', '试测'))
        utimesSync(page, before.mtime, before.mtime)
      },
    ]) {
      harm()
      expect(said()).not.toContain(unchanged)
      expect(differences(first, contents(out))).toEqual([])
    }
    expect(build(['--out', out, '--base', '/elsewhere/'], env)).not.toContain(unchanged)
    expect(said()).not.toContain(unchanged)
    expect(differences(first, contents(out))).toEqual([])
  })

  test(
    'shards on their own machines, merged, are the build',
    () => {
      const shards = ['1/2', '2/2'].map((shard) => {
        const folder = join(scratch, `shard-${shard.charAt(0)}`)
        build(['--out', folder, '--shard', shard], env)
        return folder
      })
      const merged = join(scratch, 'merged')
      const merge = (...folders: string[]) =>
        spawnSync('npx', ['--no-install', 'tsx', 'scripts/merge.ts', ...folders, '--out', merged], {
          cwd: root,
          encoding: 'utf8',
        })
      expect(merge(...shards).stderr).toBe('')
      expect(differences(contents(merged), rebuild())).toEqual([])
      const incomplete = merge(...shards.slice(1))
      expect(incomplete.status).toBe(1)
      expect(incomplete.stderr).toContain('还缺第1片，共2片')
      expect(differences(contents(merged), contents(out))).toEqual([])
    },
    buildTime,
  )
})
