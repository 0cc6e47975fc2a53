import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { writeTogether } from '../src/check/write.ts'
import { readPortal } from '../src/content/files.ts'
import { textsOf } from '../src/content/portal-texts.ts'
import { modelVersion } from '../src/model/version.ts'
import { migrations } from '../src/upgrade/index.ts'
import { planUpgrade } from '../src/upgrade/plan.ts'
import type { UpgradePlan } from '../src/upgrade/plan.ts'
import { bundled } from './bundled.ts'

/** A file that nothing can be renamed to. */
const disk = vi.hoisted(() => ({ refuses: '' }))
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const renameSync: typeof fs.renameSync = (from, to) => {
    if (to === disk.refuses) throw Object.assign(new Error('EACCES'), { code: 'EACCES' })
    fs.renameSync(from, to)
  }
  return { ...fs, renameSync }
})

/** Two earlier shapes of content, visibly test data: the first edition's, and that of its first films. */
const shapes = { first: 'tests/fixtures/upgrade/first', between: 'tests/fixtures/upgrade/between' }
const command = await bundled('upgrade')
let root = ''

function begin(shape: keyof typeof shapes): void {
  for (const folder of ['tests/fixtures/check', shapes[shape]])
    cpSync(folder, root, { recursive: true })
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), '旧的 门户 '))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const file = (path: string) => join(root, path)
const read = (path: string) => readFileSync(file(path), 'utf8')
const texts = () => textsOf(readPortal(root)).map(({ path, text }) => [path, text])
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=t@example.org', ...args], {
    cwd: root,
  })
function commit(): void {
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'test')
}
function upgrade(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command('upgrade'), ...args], {
    env: { ...process.env, PORTAL_ROOT: root },
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}
function planned(): UpgradePlan {
  const plan = planUpgrade(readPortal(root), '2026-11-23')
  if ('issues' in plan) throw new Error(JSON.stringify(plan.issues))
  return plan
}
/** Lines that differ, as `- before` and `+ after`. */
function differences(plan: UpgradePlan, path: string): string[] {
  const { before = '', after = '' } = plan.changed.find((one) => one.path === path) ?? {}
  const [old, now] = [before.split('\n'), after.split('\n')]
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line.trim()}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line.trim()}`),
  ]
}
const placesLeft = ({ steps }: UpgradePlan) =>
  steps.flatMap(({ left }) => left.map(({ file, line, rule }) => `${file}:${line} ${rule}`))

test('migrations lead from the first version to the present one, step by step', () => {
  expect(migrations.map(({ to }) => to)).toEqual(
    Array.from({ length: modelVersion - 1 }, (_, index) => index + 2),
  )
})

describe('content of the first edition', () => {
  beforeEach(() => begin('first'))

  test('loses the times that were those of publication, and nothing else', () => {
    const plan = planned()
    expect(plan.from).toBe(1)
    expect(differences(plan, 'seeds/demo.yaml')).toEqual([
      '- as_of: "2024-01" # 编辑的备注',
      "- - { id: demo-f02, statement: 其中共有63家测试重点企业。, figure: 63, unit: 家企业, qualifier: exact, as_of: '2024-01-02', words: [共有63家] }",
      '+ as_of: undated # 编辑的备注',
      '+ - { id: demo-f02, statement: 其中共有63家测试重点企业。, figure: 63, unit: 家企业, qualifier: exact, as_of: undated, words: [共有63家] }',
    ])
    expect(differences(plan, 'site.yaml')).toEqual([`+ model: ${modelVersion}`])
  })

  test('leaves to a person a time that neither source nor publication gives, and the sentence that used one', () => {
    expect(placesLeft(planned())).toEqual([
      'content/cases/demo.md:24 as-of-comes-from-the-source',
      'seeds/demo.yaml:24 as-of-is-stated',
    ])
  })

  test('keeps its line endings and its mark of byte order', () => {
    writeFileSync(
      file('seeds/demo.yaml'),
      `\uFEFF${read('seeds/demo.yaml').replaceAll('\n', '\r\n')}`,
    )
    const before = read('seeds/demo.yaml')
    expect(upgrade('--force')).toMatchObject({ code: 0, err: '' })
    expect(read('seeds/demo.yaml')).toBe(
      before.replace('"2024-01" #', 'undated #').replace("'2024-01-02'", 'undated'),
    )
  })
})

describe('content with the first films', () => {
  beforeEach(() => begin('between'))

  test('has counts for figures and a line below the title, and its notes', () => {
    const plan = planned()
    expect(plan.from).toBe(2)
    expect(differences(plan, 'films/demo.yaml')).toEqual([
      '- - { show: title, label: 虚构的片子, seconds: 4, say: 这部短片只用于测试。 }',
      '- - { show: figure, facts: [demo-f02], label: 测试重点企业, seconds: 5.2, say: 数字是虚构的。 }',
      '- - show: figure',
      '+ - { show: title, sub: 虚构的片子, seconds: 4, say: 这部短片只用于测试。 }',
      '+ - { show: count, figure: demo-f02, facts: [demo-f02], label: 测试重点企业, seconds: 5.2, say: 数字是虚构的。 }',
      '+ - show: count',
      '+ figure: demo-f01',
    ])
    expect(differences(plan, 'site.yaml')).toEqual([
      '- model: 2 # 由升级写',
      '+ model: 3 # 由升级写',
    ])
  })

  test('leaves to a person a figure that is a date, words alone, and what no storyboard said', () => {
    expect(placesLeft(planned())).toEqual([
      ...Array.from({ length: 4 }, () => 'films/demo.yaml:2 field-is-present'),
      'films/demo.yaml:15 field-matches-model',
      'films/demo.yaml:16 field-matches-model',
    ])
  })
})

describe('npm run upgrade', () => {
  test('shows with --dry-run what git can apply, and writes nothing', () => {
    begin('first')
    commit()
    const before = texts()
    const { code, out, err } = upgrade('--dry-run')
    expect({ code, before: texts() }).toEqual({ code: 0, before })
    expect(err).toContain('会改 2 个文件，什么也没有写')
    expect(err).toMatch(/seeds\/demo\.yaml:24:\d+\n {2}事实 demo-f04 的时点 2023-11/)
    execFileSync('git', ['apply'], { cwd: root, input: out })
    const applied = texts()
    git('checkout', '--', '.')
    upgrade()
    expect(texts()).toEqual(applied)
  })

  test('changes nothing the second time', () => {
    begin('between')
    commit()
    expect(upgrade().out).toContain('第 2 版 → 第 3 版')
    const after = texts()
    commit()
    expect(upgrade()).toEqual({ code: 0, err: '', out: '内容已经是第 3 版的写法，没有要改的。\n' })
    expect(texts()).toEqual(after)
  })

  test('asks for a commit first, and for --force without one', () => {
    begin('first')
    const before = texts()
    expect(upgrade().err).toContain('这里不是 git 仓库')
    commit()
    writeFileSync(file('content/media.md'), '刚写的')
    const { code, err } = upgrade()
    expect(code).toBe(1)
    expect(err).toContain('还有没提交的改动（content/media.md）')
    rmSync(file('content/media.md'))
    expect(texts()).toEqual(before)
  })

  test.for([
    ['a file that is no YAML', 'seeds/demo.yaml', 'id: [', /seeds\/demo\.yaml:1:\d+/],
    ['content of a newer program', 'site.yaml', 'model: 4\n', /只认得到第 3 版的写法/],
    ['a version that is none', 'site.yaml', 'model: 一\n', /site\.yaml:1:8/],
    ['settings without a last line', 'site.yaml', '{ name: 测试 }\n', /没有地方写 model/],
  ] as const)('changes nothing for %s', ([, path, text, said]) => {
    begin('first')
    writeFileSync(file(path), text)
    const before = texts()
    const { code, out, err } = upgrade('--force')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(said)
    expect(err).toContain('什么也没有改')
    expect(texts()).toEqual(before)
  })
})

describe('files written together', () => {
  const change = (path: string) => ({ path, before: read(path), after: '改过\n' })

  test('are all as they were when one has changed meanwhile', () => {
    begin('first')
    const changes = ['seeds/demo.yaml', 'site.yaml'].map(change)
    writeFileSync(file('site.yaml'), '别人刚改的\n')
    const before = texts()
    expect(writeTogether(root, changes)).toBe('site.yaml')
    expect(texts()).toEqual(before)
  })

  test('are all as they were when one cannot be put into its place', () => {
    begin('first')
    const changes = ['site.yaml', 'seeds/demo.yaml'].map(change)
    const before = texts()
    disk.refuses = file('seeds/demo.yaml')
    expect(writeTogether(root, changes)).toBe('seeds/demo.yaml')
    disk.refuses = ''
    expect(texts()).toEqual(before)
    expect(
      readdirSync(root)
        .concat(readdirSync(file('seeds')))
        .filter((name) => name.endsWith('.tmp')),
    ).toEqual([])
  })
})
