import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { portalRoot } from '../builder/folders.ts'
import { todayOf } from '../src/check/check.ts'
import { collect } from '../src/collect/collect.ts'
import { limits } from '../src/collect/limits.ts'
import { outcomeText } from '../src/collect/report.ts'
import { CollectedStore } from '../src/collect/write.ts'
import { readCollecting } from '../src/content/files.ts'
import { byFolder } from '../src/content/read-collected.ts'
import { advice } from '../src/content/nearest.ts'
import { readSite } from '../src/content/read-site.ts'
import type { CollectSetting } from '../src/model/collected.ts'
import { takeLock } from '../src/target/lock.ts'
import { portalFault, readCommand, refuse } from './command.ts'

const { values } = readCommand({
  name: 'collect',
  says: '从 site.yaml 的 collect 写的门户收案例，核对以后放进 collected/，像别的改动一样审阅、提交。',
  options: {
    only: { type: 'string', value: '编号', says: '只收这个门户；不写就全收' },
    'dry-run': { type: 'boolean', default: false, says: '只看有什么变化，不写' },
  },
})
const isDry = values['dry-run']
const root = portalRoot()
const now = new Date()
const noPortal = portalFault(root)
if (noPortal) refuse('collect', noPortal)
if (lstatSync(join(root, 'collected'), { throwIfNoEntry: false })?.isSymbolicLink())
  refuse('collect', 'collected 是个链接，可能通向别处：换成真的文件夹，再运行一次。')

const store = new CollectedStore(root)
const lock = isDry ? undefined : takeLock(store.lock, '汇集', now)
if (typeof lock === 'string') fail(`没有收：${lock}`)
else {
  process.on('exit', () => {
    lock?.release()
    if (!isDry) store.leave()
  })
  if (!isDry) store.recover()
  await collectAll()
}

async function collectAll(): Promise<void> {
  const { site: file, collected: stored = [] } = readCollecting(root)
  const { site, unsettled, issues } = readSite(file)
  if (unsettled.has('collect')) {
    for (const { file, line, message, hint = '' } of issues)
      process.stderr.write(`${file}:${line} ${message}${hint}\n`)
    return fail('没有收：先改好 site.yaml，运行 npm run check 看一遍。')
  }
  if (site.collect.length === 0)
    process.stdout.write(
      'site.yaml 里没有 collect，不知道从哪里收。写法见手册“建一个自己的门户”。\n',
    )
  const settings = wanted(site.collect)
  const today = todayOf(now, process.env.SOURCE_DATE_EPOCH)
  let failed = 0
  for await (const outcome of collect({
    root,
    settings,
    stored,
    isDry,
    today,
    access: { limits },
  })) {
    const isFailed = outcome.kind === 'failed'
    if (isFailed) failed++
    const stream = isFailed ? process.stderr : process.stdout
    stream.write(outcomeText(outcome))
  }
  const known = new Set(site.collect.map(({ id }) => id))
  for (const id of byFolder(stored).keys())
    if (!known.has(id))
      process.stdout.write(
        `collected/${id} 已经不在 site.yaml 的 collect 里，页面上不再有它的案例。不要了就删去这个文件夹。\n`,
      )
  if (isDry) process.stdout.write('这一次只看，什么也没有写。\n')
  if (failed > 0) fail(`${failed} 个门户没有收成，别的都收好了。`)
  else if (settings.length > 0 && !isDry)
    process.stdout.write('看过 collected/ 的改动，运行 npm run check，再提交。\n')
}

/** The portals to collect from. */
function wanted(all: readonly CollectSetting[]): readonly CollectSetting[] {
  const { only } = values
  const ids = all.map(({ id }) => id)
  if (only === undefined) return all
  if (!ids.includes(only))
    refuse(
      'collect',
      `site.yaml 的 collect 里没有“${only}”。${ids.length > 0 ? advice(only, ids) : ''}`,
    )
  return all.filter(({ id }) => id === only)
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
