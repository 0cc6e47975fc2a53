import type { Release } from '../src/release/records.ts'
import type { Plan, Refusal, Released } from '../src/release/releases.ts'
import { sizeOf } from '../src/release/space.ts'
import type { Fault } from '../src/release/verify.ts'

/** What a release changed; `current` is what the host serves. */
export function reportRelease(
  { difference, release, lost, strangers, withdrawn, purged }: Released,
  current: string,
): void {
  const { added, changed, removed, unchanged } = difference
  console.log(
    `新增 ${added.length}，改动 ${changed.length}，不再有 ${removed.length}，没变 ${unchanged.length}；为还开着旧页面的读者留着 ${release.carried.length} 个旧文件。`,
  )
  const media = release.carried.map(({ path }) => path).filter((path) => /^media\//.test(path))
  named('其中有新发布里没有的媒体；要马上撤下的，用 --forget：', media)
  named(
    '旧发布的这些文件已经丢了或坏了，还开着旧页面的读者拿不到：',
    lost.map(({ path }) => path),
  )
  named('标为已撤下的条目，从以前的发布里也撤下了：', withdrawn)
  if (withdrawn.length > 0) reportPurged(purged)
  named(`${current} 里有不是发布放的文件，没有动：`, strangers)
}

export function reportPlan({ difference, carried, needed, free, outdated }: Plan): void {
  const { added, changed, removed, unchanged } = difference
  console.log(`什么也没有动。发布的话：
新增 ${added.length}，改动 ${changed.length}，不再有 ${removed.length}，没变 ${unchanged.length}；为还开着旧页面的读者留着 ${carried.length} 个旧文件。
要写 ${sizeOf(needed.bytes)}，磁盘还剩 ${sizeOf(free.bytes)}。`)
  for (const { id } of outdated) console.log(`清理掉 ${id}。`)
}

function named(title: string, paths: readonly string[]): void {
  if (paths.length === 0) return
  console.log(title)
  for (const path of paths.slice(0, 20)) console.log(`  ${path}`)
  if (paths.length > 20) console.log(`  …一共 ${paths.length} 个`)
}

/** What somebody in between may have kept: they are told by address. */
export function reportPurged(paths: readonly string[], when = ''): void {
  if (paths.length === 0) return
  console.log(
    `用了CDN或别的缓存的，${when}让它们刷新这些地址（站点在子路径下的，前面加上子路径）：`,
  )
  for (const path of paths) console.log(`  /${path}`)
}

export function reportList(releases: readonly Release[], serving: string | undefined): void {
  for (const { id, at, who, commit, note, restores, files } of releases) {
    const time = new Date(at).toLocaleString('zh-CN', { hour12: false })
    const about = [
      ...[time, who, commit?.slice(0, 8), `${files.length} 个文件`],
      ...[restores ? `退回 ${restores}` : undefined, note],
    ]
    console.log(`${id === serving ? '*' : ' '} ${id}  ${about.filter(Boolean).join('  ')}`)
  }
}

/** Say why nothing was done, and which files are to blame; the command ends with 1. */
export function blame({ fault, files = [] }: Refusal & { files?: Fault[] }): void {
  for (const { path, what } of files.slice(0, 20)) console.error(`  ${path} ${what}`)
  if (files.length > 20) console.error(`  …一共 ${files.length} 个`)
  fail(fault)
}

export function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
