import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fileKindOf, isImmutable, isServed, uploadTurns } from '../publish/file-kinds.ts'
import { manifestFile, readManifest, recordOf } from '../release/manifest.ts'
import type { FileRecord } from '../release/manifest.ts'
import { uploadOrder } from '../release/place.ts'
import { verify } from '../release/verify.ts'
import type { Fault } from '../release/verify.ts'

/** Where an output is put: a folder, a machine, a store. Paths are below it; what fails throws an `UploadFault`. */
export interface Destination {
  /** Which of these files lie there with the very same bytes. */
  present: (from: string, files: readonly FileRecord[]) => Promise<ReadonlySet<string>>
  /** Put files there, each whole or not at all; in any order, for they are of one turn. */
  put: (from: string, files: readonly FileRecord[]) => Promise<void>
  write: (path: string, content: string) => Promise<void>
  read: (path: string) => Promise<string | undefined>
  remove: (paths: readonly string[]) => Promise<void>
}

/** What stops an upload, as a sentence in Chinese; what was put so far stays, and the next run goes on. */
export class UploadFault extends Error {}

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
}

/** At the destination: what earlier uploads put there and is no longer in the output, and since when. */
const stateFile = 'uploads.json'
const state = z.strictObject({ version: z.literal(1), stale: z.record(z.string(), z.number()) })

/**
 * Bring a destination up to date while readers read: what pages load, pages, what announces them, and last
 * what leads to shards; then everything is looked at again. Only what an earlier upload put there is ever
 * removed, after all else, and when asked for.
 */
export async function upload(
  output: string,
  destination: Destination,
  options: UploadOptions,
): Promise<Uploaded | Fault[]> {
  const listed = readManifest(join(output, manifestFile)).files
  const all = [...listed, recordOf(output, manifestFile)]
  const faults = await verify(output, all)
  if (faults.length > 0) return faults
  const files = all.filter(({ path }) => isServed(`/${path}`))
  const stale = await staleAt(destination, files, options)
  const present = await destination.present(output, files)
  const missing = uploadOrder(files.filter(({ path }) => !present.has(path)))
  const due = options.removes ? dueOf(stale, options) : []
  const result = {
    sent: missing.map(({ path }) => path),
    unchanged: present.size,
    removed: due,
    left: Object.keys(stale).filter((path) => !due.includes(path)),
  }
  if (options.isDry) return result
  // Before anything else: a run that is interrupted forgets nothing it will have to remove.
  await writeState(destination, stale)
  await send(output, destination, missing, options)
  const after = await destination.present(output, files)
  const lost = files.filter(({ path }) => !after.has(path))
  if (lost.length > 0) return lost.map(({ path }) => ({ path, what: '内容不对' }))
  await destination.remove(due)
  if (due.length > 0)
    await writeState(
      destination,
      Object.fromEntries(Object.entries(stale).filter(([path]) => !due.includes(path))),
    )
  return result
}

async function send(
  output: string,
  destination: Destination,
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

/** What lies there of earlier uploads and is not in this output, and since when. */
async function staleAt(
  destination: Destination,
  files: readonly FileRecord[],
  { now }: UploadOptions,
): Promise<Record<string, number>> {
  const [known, last] = [await destination.read(stateFile), await destination.read(manifestFile)]
  const before =
    known === undefined ? {} : parsed(known, stateFile, (value) => state.parse(value)).stale
  const listed = last === undefined ? [] : parsed(last, manifestFile, pathsIn)
  const own = new Set(files.map(({ path }) => path))
  const gone = listed.filter((path) => !own.has(path) && isServed(`/${path}`))
  const all = [...gone.map((path): [string, number] => [path, now]), ...Object.entries(before)]
  return Object.fromEntries(all.filter(([path]) => !own.has(path) && isBelow(path)))
}

function pathsIn(value: unknown): string[] {
  return z
    .object({ files: z.array(z.object({ path: z.string() })) })
    .parse(value)
    .files.map(({ path }) => path)
}

function parsed<T>(text: string, file: string, read: (value: unknown) => T): T {
  try {
    return read(JSON.parse(text))
  } catch {
    throw new UploadFault(
      `那里的 ${file} 读不懂，不是潮头上传的，或被改过：换一个空的地方，或把它移走再上传。`,
    )
  }
}

/** A list that lies elsewhere can be written by others: no path of it leads out of the destination. */
function isBelow(path: string): boolean {
  return !path.startsWith('/') && !path.split('/').includes('..') && !/[\0\n\\]/.test(path)
}

/** What names its content may be asked for by open pages; what does not is superseded at once. */
function dueOf(stale: Record<string, number>, { now, keepDays }: UploadOptions): string[] {
  const age = keepDays * 24 * 60 * 60 * 1000
  return Object.entries(stale)
    .filter(([path, since]) => !isImmutable(`/${path}`) || since + age <= now)
    .map(([path]) => path)
}

async function writeState(destination: Destination, stale: Record<string, number>): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(stale).sort(([a], [b]) => (a < b ? -1 : 1)))
  await destination.write(stateFile, `${JSON.stringify({ version: 1, stale: sorted })}\n`)
}

/** Bytes of a file of the output. */
export function bytesOf(from: string, path: string): Buffer {
  return readFileSync(join(from, path))
}
