import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileKindOf, isImmutable, isServed, uploadTurns } from '../publish/file-kinds.ts'
import { manifestFile, readManifest, recordOf } from '../release/manifest.ts'
import type { FileRecord } from '../release/manifest.ts'
import { uploadOrder } from '../release/place.ts'
import { verify } from '../release/verify.ts'
import type { Fault } from '../release/verify.ts'
import { readBefore, staleAt, writeState } from './state.ts'
import type { Before } from './state.ts'
import { purgedBy, staleWords, withdrawalOf } from './withdrawal.ts'

/** Where an output is put: a folder, a machine, a store. Paths are below it; what fails throws an `UploadFault`. */
export interface UploadTarget {
  /** Which of these files lie there with the very same bytes. */
  present: (from: string, files: readonly FileRecord[]) => Promise<ReadonlySet<string>>
  /** Put files there, each whole or not at all; in any order, for they are of one turn. */
  put: (from: string, files: readonly FileRecord[]) => Promise<void>
  write: (path: string, content: string) => Promise<void>
  read: (path: string) => Promise<string | undefined>
  remove: (paths: readonly string[]) => Promise<void>
}

export interface UploadOptions {
  /** Look, and change nothing. */
  isDry: boolean
  /** Remove what earlier uploads put there and this one has not. */
  removes: boolean
  /** Days for which open pages may still ask for files named by their content. */
  keepDays: number
  /** Milliseconds since 1970. */
  now: number
  tell: (line: string) => void
}

export interface Uploaded {
  sent: string[]
  unchanged: number
  removed: string[]
  /** Files of earlier uploads that still lie there. */
  left: string[]
  /** Pages that are withdrawn there by this upload: whatever may hold their words is among the removed. */
  withdrawn: string[]
  /** Paths whose content of before a cache may still hold, where something was withdrawn. */
  purged: string[]
}

/**
 * Bring a destination up to date while readers read: what pages load, pages, what announces them, and last
 * what leads to shards; then everything is looked at again. Only what an earlier upload put there is ever
 * removed, after all else, and when asked for or when an entry was withdrawn.
 */
export async function upload(
  output: string,
  destination: UploadTarget,
  options: UploadOptions,
): Promise<Uploaded | Fault[]> {
  const listed = readManifest(join(output, manifestFile)).files
  const all = [...listed, recordOf(output, manifestFile)]
  const faults = await verify(output, all)
  if (faults.length > 0) return faults
  const files = all.filter(({ path }) => isServed(`/${path}`))
  const before = await readBefore(destination)
  const present = await destination.present(output, files)
  const missing = uploadOrder(files.filter(({ path }) => !present.has(path)))
  const { states, ...plan } = planOf(output, files, { before, options })
  const result = { sent: missing.map(({ path }) => path), unchanged: present.size, ...plan }
  if (options.isDry) return result
  // Before anything else: a run that is interrupted forgets nothing it will have to remove.
  await writeState(destination, states.begun)
  await send(output, destination, missing, options)
  const after = await destination.present(output, files)
  const lost = files.filter(({ path }) => !after.has(path))
  if (lost.length > 0) return lost.map(({ path }) => ({ path, what: '内容不对' }))
  await destination.remove(plan.removed)
  await writeState(destination, states.done)
  return result
}

/** What goes and what stays of earlier uploads, and what is noted there before and after. */
function planOf(
  output: string,
  files: readonly FileRecord[],
  { before, options }: { before: Before; options: UploadOptions },
) {
  const stale = staleAt(before, files, options.now)
  const { pages, fresh } = withdrawalOf(output, before)
  const words = fresh.length > 0 ? staleWords(stale) : []
  const removed = [...new Set([...words, ...(options.removes ? dueOf(stale, options) : [])])]
  const purged = fresh.length > 0 ? purgedBy(before, files, words) : []
  const left = Object.keys(stale).filter((path) => !removed.includes(path))
  const known = pages.filter((page) => !fresh.includes(page))
  // What is on its way and never listed by a manifest is stale as well, should another output come next.
  const begun = { ...stale, ...Object.fromEntries(files.map(({ path }) => [path, options.now])) }
  const done = Object.fromEntries(left.map((path) => [path, stale[path] ?? options.now]))
  const states = {
    begun: { stale: begun, withdrawn: known, purged },
    done: { stale: done, withdrawn: pages, purged: [] },
  }
  return { removed, left, withdrawn: fresh, purged, states }
}

async function send(
  output: string,
  destination: UploadTarget,
  files: readonly FileRecord[],
  { tell }: UploadOptions,
): Promise<void> {
  for (const turn of uploadTurns) {
    const own = files.filter(({ path }) => fileKindOf(`/${path}`).turn === turn)
    if (own.length === 0) continue
    tell(`${turnNames[turn]}：${own.length} 个`)
    await destination.put(output, own)
  }
}

const turnNames: Record<(typeof uploadTurns)[number], string> = {
  loaded: '脚本、样式、图片和视频',
  pages: '页面',
  announced: '订阅和站点地图',
  leading: '检索的目录和清单',
}

/** What names its content may be asked for by open pages; what does not is superseded at once. */
function dueOf(stale: Record<string, number>, { now, keepDays }: UploadOptions): string[] {
  const age = keepDays * 24 * 60 * 60 * 1000
  return Object.entries(stale)
    .filter(([path, since]) => !isImmutable(`/${path}`) || since + age <= now)
    .map(([path]) => path)
}

/** Bytes of a file of the output. */
export function bytesOf(from: string, path: string): Buffer {
  return readFileSync(join(from, path))
}
