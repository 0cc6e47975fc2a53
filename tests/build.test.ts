import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
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
import { storeFolder } from '../builder/memo/store.ts'
import { lendTo } from './collected.ts'
import { builtEdition, copyShortEdition, deepBase } from './edition.ts'

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
    const [fast, slow] = [builtEdition(), join(scratch, 'slow')]
    build(['--out', slow, '--vitepress'])
    expect(contents(fast).size).toBeGreaterThan(300)
    expect(differences(contents(fast), contents(slow))).toEqual([])
  },
  buildTime,
)

test(
  'what other portals lent is written the same both ways',
  () => {
    const portal = smallPortal('lent')
    const [fast, slow] = [join(scratch, 'lent-fast'), join(scratch, 'lent-slow')]
    build(['--out', fast], { PORTAL_ROOT: portal })
    build(['--out', slow, '--vitepress'], { PORTAL_ROOT: portal })
    const files = contents(fast)
    expect(files.get('/cases/index.html')).toContain('https://ningbo.test/cases/points.html')
    expect(differences(files, contents(slow))).toEqual([])
  },
  buildTime,
)

/** A few entries of the edition, and the cases of two other portals. */
function smallPortal(name: string): string {
  const portal = join(scratch, name)
  for (const part of ['content/cases/hangzhou.md', 'content/organizations', 'seeds', 'site.yaml'])
    cpSync(join(root, part), join(portal, part), { recursive: true })
  lendTo(portal)
  return portal
}

/** Edits of what was collected, made by hand: a hash in its record need not say so. */
const lentEdits: Record<string, Edit> = {
  'another title': ['collected/ningbo/cases.json', /宁波测试案例第3篇/, '换了题目的一篇'],
  'another word of a text': ['collected/ningbo/texts/points.json', /象山海岸/, '象山渔港'],
  'another number of a fact': ['collected/ningbo/facts.json', /"figure": 12/, '"figure": 13'],
  'a case withdrawn there': [
    'collected/shaoxing/withdrawn.json',
    /cases\/gone\.html/,
    'cases/points.html',
  ],
  'another name here': ['site.yaml', /id: ningbo,/, 'id: ningbo, name: 甬,'],
  'a portal that is no longer collected': ['site.yaml', /^.*id: shaoxing.*$/m, ''],
}

test(
  'whatever changes of what was collected, a build that keeps what it can is a build from nothing',
  () => {
    const portal = smallPortal('lent-edited')
    const env = { PORTAL_ROOT: portal }
    const [kept, nothing] = [join(scratch, 'lent-kept'), join(scratch, 'lent-nothing')]
    build(['--out', kept], env)
    for (const [name, [file, from, to]] of Object.entries(lentEdits)) {
      const text = readFileSync(join(portal, file), 'utf8')
      expect(text, file).toMatch(from)
      writeFileSync(join(portal, file), text.replace(from, to))
      expect(build(['--out', kept], env), name).not.toContain('没有变化')
      build(['--out', nothing], env)
      expect(differences(contents(kept), contents(nothing)), name).toEqual([])
      rmSync(nothing, { recursive: true })
      rmSync(storeFolder(nothing), { recursive: true })
    }
  },
  buildTime,
)

/** Text to replace in a file of the edition. */
type Edit = [file: string, from: RegExp, to: string]

/** Edits made one on top of the other, a build after each line. */
const edits: Record<string, Edit[]> = {
  'a sentence more': [['content/cases/hangzhou.md', /$/, '\n这里补了一句话。\n']],
  'a text that takes longer to read': [
    ['content/cases/hangzhou-e-heart-choir.md', /^## /m, `${'很长的一句话。'.repeat(200)}\n\n## `],
  ],
  'another heading, and a link more': [
    ['content/cases/hangzhou.md', /^## .*$/m, '## 换了名字的一节'],
    ['content/cases/douyu-streamer-branch.md', /$/, '\n见[杭州](/cases/hangzhou)。\n'],
  ],
  'another title of an organization, another figure of a fact': [
    ['content/organizations/hangzhou-committee.md', /^title: .*$/m, 'title: 换了名字的组织'],
    ['seeds/hangzhou-industry-party-committee.yaml', /figure: \d+/, 'figure: 4321'],
  ],
  'another line of a film, and a case withdrawn': [
    ['content/media/films/industry-committee.vtt', /(-->.*\n).+/, '$1换了的一句话'],
    ['content/cases/xian-weiyang-cobuild.md', /^status: .*$/m, 'status: withdrawn'],
  ],
}

test(
  'whatever is edited, a build that keeps what it can is a build from nothing',
  () => {
    const portal = join(scratch, 'edition')
    copyShortEdition(portal)
    const env = { PORTAL_ROOT: portal }
    const [kept, nothing] = [join(scratch, 'kept'), join(scratch, 'nothing')]
    build(['--out', kept], env)
    for (const [name, changes] of Object.entries(edits)) {
      for (const [file, from, to] of changes) {
        const text = readFileSync(join(portal, file), 'utf8')
        expect(text, file).toMatch(from)
        writeFileSync(join(portal, file), text.replace(from, to))
      }
      expect(build(['--out', kept], env), name).not.toContain('没有变化')
      build(['--out', nothing], env)
      expect(differences(contents(kept), contents(nothing)), name).toEqual([])
      rmSync(nothing, { recursive: true })
      rmSync(storeFolder(nothing), { recursive: true })
    }
  },
  buildTime,
)

test(
  'a document that is replaced by one as long is told apart, though nothing else of it shows',
  () => {
    const portal = join(scratch, 'documents')
    for (const part of ['content/training/read-a-case', 'seeds', 'site.yaml'])
      cpSync(join(root, part), join(portal, part), { recursive: true })
    const course = join(portal, 'content/training/read-a-case/index.md')
    const text = readFileSync(course, 'utf8')
    const attached = 'attachments: [{ title: 一张表, file: sheet.pdf }]'
    writeFileSync(course, text.replace(/^---\n/, `---\n${attached}\n`))
    const out = join(scratch, 'documents-out')
    const shown = (last: string) => {
      // Longer than what is read of every file, and as old as the one before.
      const sheet = join(portal, 'content/training/read-a-case/sheet.pdf')
      const bytes = `%PDF-1.7\n${'0'.repeat(80_000)}${last}`
      writeFileSync(sheet, bytes)
      utimesSync(sheet, new Date(0), new Date(0))
      build(['--out', out], { PORTAL_ROOT: portal })
      expect(readFileSync(join(out, 'training/read-a-case/index.html'), 'utf8')).toContain(
        hash('sha256', bytes),
      )
    }
    shown('a')
    shown('b')
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
  /** The same portal in a place where no build was before: nothing but the shell is kept. */
  const afresh = () => {
    const place = mkdtempSync(join(scratch, 'afresh-'))
    const [copy, fresh] = [join(place, 'portal'), join(place, 'out')]
    cpSync(portal, copy, { recursive: true })
    build(['--out', fresh], { PORTAL_ROOT: copy })
    const made = contents(fresh)
    rmSync(place, { recursive: true })
    return made
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

  test.each([
    ['cut', (path: string) => truncateSync(path, 100)],
    ['gone', (path: string) => rmSync(path)],
  ])('an edit finds kept documents %s, and the index is that of a fresh build', (_, harm) => {
    const text = readFileSync(file, 'utf8')
    // A sample is not looked for.
    const found = text.replace('provenance: sample', 'provenance: compiled')
    writeFileSync(file, found)
    const before = rebuild()
    const segments = join(storeFolder(out), 'segments')
    for (const name of readdirSync(segments)) harm(join(segments, name))
    writeFileSync(file, `${found}\n这里补了一句话。\n`)
    const edited = rebuild()
    const fresh = afresh()
    writeFileSync(file, text)
    const texts = differences(before, edited).filter((path) => path.startsWith('/search/t-'))
    expect(texts.length).toBeGreaterThan(0)
    expect(differences(edited, fresh)).toEqual([])
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
    expect(build(['--out', out, '--base', deepBase], env)).not.toContain(unchanged)
    writeFileSync(join(out, 'stray.html'), '')
    expect(said).toThrow('里面有不是构建写出的文件：stray.html')
    rmSync(join(out, 'stray.html'))
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
