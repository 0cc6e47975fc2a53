import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { filesIn, isTest, readModule, sourcesIn, target } from '../tests/modules.ts'
import { readCommand } from './command.ts'

/** Folders with modules and tests. */
const rooms = ['src', 'builder', '.vitepress/theme', '.vitepress/islands', 'scripts', 'tests']
/** A test is near a module when so many imports lead from one to the other, at most. */
const nearest = 2
/** Tests that build portals, bundle the program, or start many commands: they take minutes. */
const long =
  /^tests\/(browser|engines|hosting|build|site|disk|full-disk|settings|targets|publish|import|editors|upload|rules\.|hostile)|steps\/issues/

const { values } = readCommand({
  name: 'test:quick',
  says: '改了什么就试什么：类型、代码规则、格式，和改过的模块近旁的测试。全部的测试是 npm test。',
  options: {
    since: { type: 'string', value: '提交', default: 'HEAD', says: '和哪个提交比；不写是 HEAD' },
  },
})
const changed = changedSince(values.since)
if (changed.length === 0) {
  console.log(
    `和 ${values.since} 比，没有改过的文件。要和别的提交比，写 --since，例如 --since main。`,
  )
  process.exit(0)
}
const sources = changed.filter((path) => /\.(ts|js|vue)$/.test(path))
const rules = changed.flatMap((path) => {
  const [, id] =
    /^(?:docs\/handbook\/rules|src\/rules\/[\w-]+)\/([\w-]+)\.(?:md|ts)$/.exec(path) ?? []
  return id !== undefined && existsSync(`docs/handbook/rules/${id}.md`) ? [id] : []
})
const tests = testsNear(new Set(sources))
const steps: [title: string, words: readonly string[]][] = [
  ['类型', ['vue-tsc', '--noEmit']],
  ['代码规则', sources.length > 0 ? ['eslint', ...sources] : []],
  ['格式', ['prettier', '--check', '--log-level', 'warn', '--ignore-unknown', ...changed]],
  ['近旁的测试', tests.length > 0 ? ['vitest', 'run', ...tests] : []],
  [
    '规则的例子',
    rules.length > 0 ? ['vitest', 'run', 'tests/rules.test.ts', '-t', rules.join('|')] : [],
  ],
]
for (const [title, words] of steps) {
  if (words.length === 0) continue
  console.log(`\n== ${title}`)
  const { status } = spawnSync('npx', ['--no-install', ...words], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}

/** Paths that differ from a commit, new files included, those that are gone left out. */
function changedSince(commit: string): string[] {
  const git = (...words: string[]): string[] => {
    const { status, stdout, stderr } = spawnSync('git', words, { encoding: 'utf8' })
    if (status === 0) return stdout.split('\0').filter(Boolean)
    console.error(`git 说：${stderr.trim()}`)
    process.exit(2)
  }
  const known = git('diff', '-z', '--name-only', '--diff-filter=d', commit)
  return [...known, ...git('ls-files', '-z', '--others', '--exclude-standard')].sort()
}

/** Tests that are changed, or that a few imports lead from to what is. */
function testsNear(changed: ReadonlySet<string>): string[] {
  const modules = rooms.flatMap((room) => [...filesIn(room), ...sourcesIn(room).filter(isTest)])
  const importers = new Map<string, string[]>()
  for (const module of modules.map(readModule))
    for (const one of module.imports) {
      const to = target(module, one)
      importers.set(to, [...(importers.get(to) ?? []), module.path])
    }
  const near = new Set(changed)
  for (let step = 0; step < nearest; step++)
    for (const path of [...near]) for (const from of importers.get(path) ?? []) near.add(from)
  return [...near].filter((path) => isTest(path) && (changed.has(path) || !long.test(path))).sort()
}
