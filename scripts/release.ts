import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { recoverOutput } from '../builder/memo/swap.ts'
import { manifestFile } from '../src/release/manifest.ts'
import { Releases } from '../src/release/releases.ts'
import type { ReleaseOptions } from '../src/release/releases.ts'
import { fullDiskFault } from '../src/release/space.ts'
import { pageOf, removeTombstone } from '../src/release/withdrawal/tombstones.ts'
import { takeLock } from '../src/target/lock.ts'
import type { Lock } from '../src/target/lock.ts'
import { workFolder } from '../src/target/work-folder.ts'
import { readCommand, refuse } from './command.ts'
import { guardTarget } from './guard-target.ts'
import { commitHere, whoIsHere } from './provenance.ts'
import {
  blame,
  fail,
  reportList,
  reportPlan,
  reportPurged,
  reportRelease,
} from './release-report.ts'

const output = { type: 'string', value: '文件夹', default: '.vitepress/dist' } as const
const { values } = readCommand({
  name: 'release',
  says: '把构建好的站点发布到一个目录，主机提供其中的 current。不写别的选项就是发布。',
  options: {
    to: { type: 'string', value: '目录', says: '发布到哪里，必须写' },
    from: { ...output, says: '构建的输出；不写是 .vitepress/dist' },
    note: { type: 'string', value: '一句话', says: '记下这一次为什么发布' },
    'dry-run': { type: 'boolean', default: false, says: '只说会做什么、要多少地方，不动手' },
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
    prune: { type: 'boolean', default: false, says: '只清理：--keep 之外的、--older-than 以前的' },
    'older-than': { type: 'string', value: '几天', counts: true, says: '清理几天以前的发布' },
    forget: {
      type: 'string',
      value: '文件',
      multiple: true,
      default: [],
      says: '不再留旧发布的这个文件，可以写几次',
    },
    withdraw: {
      type: 'string',
      value: '条目',
      multiple: true,
      default: [],
      says: '从留着的每一次发布里撤下这个条目，马上，例如 cases/hangzhou',
    },
    restore: {
      type: 'string',
      value: '条目',
      says: '撤下的条目以后又可以发布',
    },
    copy: { type: 'boolean', default: false, says: '主机认不了符号链接：逐个文件更新 current' },
    link: { type: 'boolean', default: false, says: '从 --copy 换回链接' },
  },
})
const day = 24 * 60 * 60 * 1000

/** Ends what has not been written down yet, and lets everything that was begun be cleared away. */
const ended = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => ended.abort(new Error(`收到 ${signal}，没有发布，正在提供的没有动。`)))

const options: ReleaseOptions = {
  keep: Number(values.keep),
  keepDays: Number(values['keep-days']),
  mode: values.copy ? 'copy' : values.link ? 'link' : undefined,
  now: Date.now(),
  who: process.env.GITHUB_ACTOR ?? process.env.GITLAB_USER_LOGIN ?? whoIsHere(),
  commit: commitHere(),
  note: values.note,
}

async function run(to: string): Promise<void> {
  const releases = new Releases(resolve(to), ended.signal)
  if (values.list) return reportList(releases.list(), releases.serving()?.id)
  if (values.verify) return verify(releases)
  const isOther = values.rollback || values.prune || values.restore !== undefined
  const isPublication = values.forget.length + values.withdraw.length === 0 && !isOther
  if (isPublication) guardPublication(to)
  if (values['dry-run'])
    return isPublication ? plan(releases) : refuse('release', '--dry-run 只用在发布上。')
  if (!isPublication && !existsSync(releases.records.folder)) return fail(`${to} 还没有发布过。`)
  await locked(join(releases.records.folder, 'lock'), '发布', async () => {
    await releases.recover()
    if (values.forget.length > 0) return forget(releases)
    if (values.withdraw.length > 0) return withdraw(releases)
    if (values.restore) return restore(releases, values.restore)
    if (values.rollback) return rollBack(releases)
    if (values.prune) return prune(releases)
    return publish(releases)
  })
}

function guardPublication(to: string): void {
  guardTarget('release', { path: to, purpose: 'releases', option: '--to', reads: [values.from] })
}

/** Do something while nobody else changes the same; or say who does. */
async function locked(file: string, act: string, run: () => Promise<void>): Promise<void> {
  const lock: Lock | string = takeLock(file, act, new Date())
  if (typeof lock === 'string') return fail(lock)
  try {
    await run()
  } finally {
    lock.release()
  }
}

async function publish(releases: Releases): Promise<void> {
  const from = resolve(values.from)
  // A build that puts its output in place meanwhile would be blamed on the output.
  await locked(join(workFolder(from), 'lock'), '读输出来发布', async () => {
    recoverOutput(from)
    if (!hasOutput()) return
    const done = await releases.publish(from, options)
    if ('fault' in done) return blame(done)
    console.log(`已发布 ${done.release.id}，主机提供 ${releases.current.path}。`)
    reportRelease(done, releases.current.path)
  })
}

function hasOutput(): boolean {
  if (existsSync(resolve(values.from, manifestFile))) return true
  fail(`“${values.from}”里没有 ${manifestFile}：先运行 npm run build。`)
  return false
}

async function plan(releases: Releases): Promise<void> {
  if (hasOutput()) reportPlan(await releases.plan(resolve(values.from), options))
}

async function withdraw(releases: Releases): Promise<void> {
  for (const entry of values.withdraw) {
    const page = pageOf(entry)
    const purged = await releases.withdraw(page, options)
    if ('fault' in purged) return blame(purged)
    console.log(`撤下了 ${page}：留着的每一次发布里都没有它的文字和图片了，退回去也不会再有。`)
    reportPurged(purged)
  }
}

function restore(releases: Releases, entry: string): void {
  removeTombstone(releases.records, pageOf(entry))
  console.log(`${pageOf(entry)} 又可以发布了：构建以后再发布。`)
}

async function forget(releases: Releases): Promise<void> {
  const gone = await releases.forget(values.forget, options)
  for (const path of gone) console.log(`${path} 不再提供。`)
  const left = values.forget.filter((path) => !gone.includes(path))
  if (left.length > 0)
    fail(`旧发布留着的文件里没有 ${left.join('、')}。还在发布的，先从内容里撤下，构建，再发布。`)
}

async function rollBack(releases: Releases): Promise<void> {
  const from = resolve(values.from)
  const done = await releases.rollBack(
    values.release,
    options,
    existsSync(join(from, manifestFile)) ? from : undefined,
  )
  if ('fault' in done) return blame(done)
  console.log(`已退回 ${done.release.restores}，编号是 ${done.release.id}。`)
  reportRelease(done, releases.current.path)
}

async function prune(releases: Releases): Promise<void> {
  const days = values['older-than']
  const olderThan = days === undefined ? undefined : options.now - Number(days) * day
  const gone = await releases.prune({ keep: options.keep, olderThan })
  for (const { id } of gone) console.log(`清理了 ${id}。`)
  console.log(`清理了 ${gone.length} 次，留着 ${releases.list().length} 次。`)
}

async function verify(releases: Releases): Promise<void> {
  const serving = releases.serving()
  if (!serving) return fail('还没有发布过，或者正在提供的那一次没有记录。')
  if (releases.isUnfinished())
    return fail('上一个命令断在半路。再运行一次发布，或者退回，会先接着做完。')
  const files = await releases.verify()
  if (files.length > 0) return blame({ fault: '正在提供的文件和发布时不一样。', files })
  console.log(
    `${serving.id}：${serving.files.length + serving.carried.length} 个文件都和发布时一样，没有多出来的。`,
  )
}

if (!values.to) refuse('release', '要写发布到哪里：--to 目录。')
try {
  await run(values.to)
} catch (error) {
  const full = fullDiskFault(error, values.to)
  fail(full ?? (error instanceof Error ? error.message : String(error)))
}
