import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { manifestFile, manifestOf, serializeManifest } from '../release/manifest.ts'
import { targetFault, targetPath } from './guard.ts'
import type { Purpose } from './guard.ts'

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'target-')))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
const at = (path: string) => join(scratch, path)

const around = {
  program: at('srv/program'),
  portal: at('srv/portal'),
  home: at('home/me'),
  current: at('srv/program'),
}

function write(path: string, text = ''): void {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), text)
}

function output(path: string): void {
  write(`${path}/index.html`, 'home')
  write(`${path}/cases/a.html`, 'a')
  writeFileSync(at(`${path}/${manifestFile}`), serializeManifest(manifestOf(at(path))))
}

beforeAll(() => {
  for (const name of ['src', 'scripts', '.git', 'content', 'films', '.vitepress/cache', 'docs'])
    write(`srv/program/${name}/a`)
  for (const name of ['content/cases', 'seeds', '.git', 'films']) write(`srv/portal/${name}/a`)
  write('srv/portal/site.yaml')
  write('home/me/.profile')
  write('others/letter.txt')
  write('others/deep/er/letter.txt')
  write('file.txt')
  mkdirSync(at('empty'))
  write('dropped/.DS_Store')
  output('earlier')
  output('srv/program/.vitepress/dist')
  output('packed')
  write('packed/index.html.gz')
  output('visited')
  write('visited/WeChat_verify_0123.txt')
  output('pages')
  write('pages/.git', 'gitdir: elsewhere')
  output('half')
  write('half.building/next/index.html')
  output('beside')
  write('beside.building/thesis.docx')
  write('shard-1/shard.json', '{ "index": 1, "count": 2, "origins": [] }')
  write('shard-1/index.html')
  write('store/releases/serving', '20261125T080000Z-1a2b3c4d\n')
  output('store/releases/20261125T080000Z-1a2b3c4d')
  symlinkSync('releases/20261125T080000Z-1a2b3c4d', at('store/current'))
  mkdirSync(at('begun/releases'), { recursive: true })
  write('capistrano/releases/20261125/app.rb')
  write('drafts/content/cases/a.md')
  write('drafts/imports/a.md')
  write('report.html', '<!DOCTYPE html><title>潮头内容报告</title>')
  for (const [name, to] of [
    ['to-home', 'home/me'],
    ['to-content', 'srv/portal/content'],
    ['to-program', 'srv/program'],
    ['to-git', 'srv/program/.git'],
    ['to-earlier', 'earlier'],
    ['to-nowhere', 'not-there-yet'],
    ['to-new-in-content', 'srv/portal/content/new'],
  ] as const)
    symlinkSync(at(to), at(name))
  symlinkSync(at('loop'), at('loop'))
})

/** May each purpose write there? output, releases, portal. */
const table: [path: string, output: boolean, releases: boolean, portal: boolean][] = [
  ['/', false, false, false],
  ['home/me', false, false, false],
  ['home/me/', false, false, false],
  ['home/me/../me', false, false, false],
  ['to-home', false, false, false],
  ['home', false, false, false],
  ['srv', false, false, false],
  ['srv/program', false, false, true],
  ['srv/program/.', false, false, true],
  ['to-program', false, false, true],
  ['srv/portal', false, false, true],
  ['srv/portal/content', false, false, false],
  ['srv/portal/content/', false, false, false],
  ['srv/portal/Content', false, false, false],
  ['srv/portal/CONTENT/new', false, false, false],
  ['srv/portal/seeds/../content', false, false, false],
  ['srv/portal/content/cases', false, false, false],
  ['srv/portal/content/new/deep', false, false, false],
  ['to-content', false, false, false],
  ['to-content/new', false, false, false],
  ['to-new-in-content', false, false, false],
  ['srv/portal/seeds', false, false, false],
  ['srv/portal/films', false, false, false],
  ['srv/portal/.git', false, false, false],
  ['srv/portal/.git/objects', false, false, false],
  ['srv/program/.git', false, false, false],
  ['to-git', false, false, false],
  ['others/.git/new', false, false, false],
  ['srv/program/src', false, false, false],
  ['srv/program/src/new', false, false, false],
  ['srv/program/docs/new', false, false, false],
  ['srv/program/node_modules/x', false, false, false],
  ['srv/program/.vitepress', false, false, false],
  ['srv/program/.vitepress/cache', false, false, false],
  ['srv/program/.vitepress/theme', false, false, false],
  ['srv/program/.vitepress/dist', true, false, false],
  ['srv/program/.vitepress/dist-next', true, true, true],
  ['srv/program/.vitepress/dist/cases', false, false, false],
  ['srv/program/shard-1', true, true, true],
  ['srv/portal/dist', true, true, true],
  ['others', false, false, false],
  ['others/deep', false, false, false],
  ['others/new', true, true, true],
  ['file.txt', false, false, false],
  ['file.txt/new', false, false, false],
  ['loop', false, false, false],
  ['empty', true, true, true],
  ['dropped', true, true, true],
  ['not/there/yet', true, true, true],
  ['to-nowhere', true, true, true],
  ['earlier', true, false, false],
  ['to-earlier', true, false, false],
  ['packed', true, false, false],
  ['visited', false, false, false],
  ['pages', false, false, false],
  ['half', true, false, false],
  ['half.building', false, false, false],
  ['beside', false, false, false],
  ['shard-1', true, false, false],
  ['store', false, true, false],
  ['store/releases', false, false, false],
  ['store/current', false, false, false],
  ['store/next', false, false, false],
  ['begun', false, true, false],
  ['capistrano', false, false, false],
  ['drafts', false, false, true],
]

const purposes: Purpose[] = ['output', 'releases', 'portal']
const cases = table.flatMap(([path, ...allowed]) =>
  purposes.map((purpose, index) => ({ path, purpose, allowed: allowed[index] ?? false })),
)

test.each(cases)('$purpose at $path: $allowed', ({ path, purpose, allowed }) => {
  const absolute = path.startsWith('/') ? path : at(path)
  const option = '--out'
  // `join` would tidy the spelling.
  for (const spelled of [absolute, `${scratch}/${path}`, relative('.', absolute) || '.']) {
    const fault = targetFault({ path: spelled, purpose, option }, around)
    if (allowed) expect(fault).toBeUndefined()
    else expect(fault).toMatch(/^没有写到 .+：.+。什么也没有动。请.+。$/)
  }
})

test('the folder one stands in, and what a command reads, are no targets', () => {
  const target = { path: at('empty'), purpose: 'output' } as const
  expect(targetFault(target, { ...around, current: at('empty') })).toContain('正在里面运行')
  expect(targetFault({ ...target, reads: [at('empty')] }, around)).toContain('要读的')
  expect(targetFault({ ...target, reads: [at('empty/deep')] }, around)).toContain('在它里面')
  expect(
    targetFault({ path: at('shard-1/new'), purpose: 'output', reads: [at('shard-1')] }, around),
  ).toContain('要读的')
})

test('an output that was being changed is judged when the change is finished, and no other is touched', () => {
  const settled: string[] = []
  const settle = (folder: string) => {
    settled.push(folder)
    rmSync(at('visited/WeChat_verify_0123.txt'))
  }
  const judge = (path: string) => targetFault({ path: at(path), purpose: 'output' }, around, settle)
  expect(judge('home/me')).toContain('您的主文件夹')
  expect(settled).toEqual([])
  expect(judge('visited')).toBeUndefined()
  expect(settled).toEqual([at('visited')])
})

describe('files of the repository that are made again', () => {
  const house = (path: string) => targetFault({ path: at(path), purpose: 'house' }, around)

  test('stay in their folders', () => {
    expect(house('srv/program/content/media/films')).toBeUndefined()
    expect(house('srv/program/content/media/films/a.mp4')).toBeUndefined()
    expect(house('srv/program/docs/handbook/images')).toBeUndefined()
  })

  test.each(['home/me', 'srv', 'srv/program/.git', 'srv/program/src', 'srv/program', 'others'])(
    'are not led to %s by a link',
    (to) => {
      mkdirSync(at('srv/program/content/media'), { recursive: true })
      symlinkSync(at(to), at('srv/program/content/media/films'))
      try {
        expect(house('srv/program/content/media/films')).toMatch(/^没有写到 /)
        expect(house('srv/program/content/media/films/a.mp4')).toMatch(/^没有写到 /)
      } finally {
        rmSync(at('srv/program/content/media/films'))
      }
    },
  )
})

test('a report is written over, and nothing else', () => {
  const report = (path: string) => targetFault({ path: at(path), purpose: 'report' }, around)
  expect(report('report.html')).toBeUndefined()
  expect(report('srv/program/report.html')).toBeUndefined()
  for (const path of ['file.txt', 'others', 'srv/portal/site.yaml', 'srv/portal/content/new.md'])
    expect(report(path), path).toMatch(/^没有写到 /)
})

test('a link that is the target itself stays a link', () => {
  expect(targetPath(at('to-earlier'))).toBe(at('earlier'))
  expect(targetPath(at('earlier'))).toBe(at('earlier'))
})
