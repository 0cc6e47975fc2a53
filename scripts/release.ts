import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { manifestFile } from '../src/release/manifest.ts'
import { Releases } from '../src/release/releases.ts'
import type { ReleaseOptions } from '../src/release/releases.ts'
import type { Fault } from '../src/release/verify.ts'
import { recoverOutput } from '../.vitepress/build/swap.ts'
import { readCommand, refuse } from './command.ts'
import { guardTarget } from './guard-target.ts'

const output = { type: 'string', value: '文件夹', default: '.vitepress/dist' } as const
const { values } = readCommand({
  name: 'release',
  says: '把构建好的站点发布到一个目录，主机提供其中的 current。不写别的选项就是发布。',
  options: {
    to: { type: 'string', value: '目录', says: '发布到哪里，必须写' },
    from: { ...output, says: '构建的输出；不写是 .vitepress/dist' },
    verify: { type: 'boolean', default: false, says: '核对正在提供的文件' },
    rollback: { type: 'boolean', default: false, says: '退回上一次，或 --release 指定的一次' },
    release: { type: 'string', value: '编号', says: '退回哪一次' },
    list: { type: 'boolean', default: false, says: '列出留着的发布' },
    keep: { type: 'string', value: '几次', default: '5', counts: true, says: '留几次；不写是 5' },
    'keep-days': {
      type: 'string',
      value: '几天',
      default: '30',
      counts: true,
      says: '旧页面要用的文件留几天；不写是 30',
    },
    forget: {
      type: 'string',
      value: '文件',
      multiple: true,
      default: [],
      says: '不再留旧发布的这个文件，可以写几次',
    },
    copy: { type: 'boolean', default: false, says: '主机认不了符号链接时，逐个文件更新 current' },
  },
})

function run(to: string): void {
  const options: ReleaseOptions = {
    keep: Number(values.keep),
    keepDays: Number(values['keep-days']),
    copy: values.copy,
    now: Date.now(),
  }
  const releases = new Releases(resolve(to))
  if (values.list) return list(releases)
  if (values.verify) return verify(releases)
  if (values.forget.length > 0) return forget(releases, options)
  if (values.rollback) return rollBack(releases, options)
  publish(to, releases, options)
}

function publish(to: string, releases: Releases, options: ReleaseOptions): void {
  const from = resolve(values.from)
  guardTarget('release', { path: to, purpose: 'releases', option: '--to', reads: [values.from] })
  recoverOutput(from)
  if (!existsSync(resolve(from, manifestFile)))
    return fail(`“${values.from}”里没有 ${manifestFile}：先运行 npm run build。`)
  const done = releases.publish(from, options)
  if (Array.isArray(done)) return blame('没有发布，正在提供的没有动。', done)
  const { added, changed, removed, unchanged } = done.difference
  console.log(`已发布 ${done.release.id}，主机提供 ${releases.current}。
新增 ${added.length}，改动 ${changed.length}，不再有 ${removed.length}，没变 ${unchanged.length}；为还开着旧页面的读者留着 ${done.release.carried.length} 个旧文件。`)
  const media = done.release.carried.map(({ path }) => path).filter((path) => /^media\//.test(path))
  if (media.length > 0)
    console.log(`其中有新发布里没有的媒体；要马上撤下的，用 --forget：
${media.map((path) => `  ${path}`).join('\n')}`)
}

function forget(releases: Releases, options: ReleaseOptions): void {
  const gone = releases.forget(values.forget, options)
  for (const path of gone) console.log(`${path} 不再提供。`)
  const left = values.forget.filter((path) => !gone.includes(path))
  if (left.length > 0)
    fail(`旧发布留着的文件里没有 ${left.join('、')}。还在发布的，先从内容里撤下，构建，再发布。`)
}

function rollBack(releases: Releases, options: ReleaseOptions): void {
  const done = releases.rollBack(values.release, options)
  if (!done) return fail('没有可以退回的发布。用 --list 看留着哪些。')
  if (Array.isArray(done)) return blame('没有退回：那一次的文件已经不完整。', done)
  console.log(`已退回 ${done.id}。`)
}

function verify(releases: Releases): void {
  const serving = releases.serving()
  if (!serving) return fail('还没有发布过。')
  const faults = releases.verify()
  if (faults.length > 0) return blame('正在提供的文件和发布时不一样。', faults)
  console.log(
    `${serving.id}：${serving.files.length + serving.carried.length} 个文件都和发布时一样。`,
  )
}

function list(releases: Releases): void {
  const serving = releases.serving()?.id
  for (const { id, files } of releases.list())
    console.log(`${id === serving ? '*' : ' '} ${id}  ${files.length} 个文件`)
}

function blame(summary: string, faults: readonly Fault[]): void {
  for (const { path, what } of faults.slice(0, 20)) console.error(`  ${path} ${what}`)
  if (faults.length > 20) console.error(`  …一共 ${faults.length} 个`)
  fail(summary)
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}

if (!values.to) refuse('release', '要写发布到哪里：--to 目录。')
try {
  run(values.to)
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}
