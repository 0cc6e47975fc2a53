import { hash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { originsOf } from '../../src/publish/origins.ts'
import type { Origin } from '../../src/publish/origins.ts'
import { filesBelow, manifestFile } from '../../src/release/manifest.ts'
import type { Step } from './step.ts'

/** One of `count` parts of a build, from 1. */
export interface Shard {
  index: number
  count: number
}

/** What a shard says of itself; it never reaches a reader. */
interface ShardNote extends Shard {
  /** Of the content, the settings and the program: only shards of the same build fit together. */
  of: string
  /** For the manifest of the whole. */
  origins: Origin[]
}

const noteFile = 'shard.json'

/** `2/4` as a shard; undefined when it is none. */
export function readShard(written: string): Shard | undefined {
  const [, index = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(written) ?? []).map(Number)
  return index >= 1 && index <= count ? { index, count } : undefined
}

/** Whether the page at a place in the order of pages is this shard's. */
export function isOfShard(
  place: number,
  { index, count }: Shard = { index: 1, count: 1 },
): boolean {
  return place % count === index - 1
}

export const noteShard: Step = {
  name: '标明分片',
  run({ options: { shard }, library, digests, program, output }) {
    const origins = originsOf(library, digests)
    const of = hash('sha256', JSON.stringify([program, library.site, origins]))
    output.write(noteFile, JSON.stringify({ ...shard, of, origins }))
    return { count: 1, unit: '个文件' }
  },
}

/** Why folders are not the shards of one build, in Chinese; undefined when they are. */
export function shardFault(folders: readonly string[]): string | undefined {
  const notes: ShardNote[] = []
  for (const folder of folders)
    try {
      notes.push(readNote(folder))
    } catch {
      return `${folder} 不是一个分片：里面没有 ${noteFile}。`
    }
  const [first] = notes
  if (!first) return '没有写分片的文件夹。'
  if (notes.some(({ of, count }) => of !== first.of || count !== first.count))
    return '这些分片不是由同样的内容、同样的程序分同样多片构建的。'
  const missing = Array.from({ length: first.count }, (_, place) => place + 1).filter(
    (index) => !notes.some((note) => note.index === index),
  )
  return missing.length > 0 ? `还缺第${missing.join('、')}片，共${first.count}片。` : undefined
}

/** What the pages of a shard's build were made from. */
export function originsOfShard(folder: string): Origin[] {
  return readNote(folder).origins
}

function readNote(folder: string): ShardNote {
  // `noteShard` wrote it.
  return JSON.parse(readFileSync(join(folder, noteFile), 'utf8')) as ShardNote
}

/** Put shards together in a fresh folder; a file that two of them have differently is a bug. */
export function joinShards(folders: readonly string[], folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  const from = new Map<string, string>()
  for (const shard of folders)
    for (const path of filesBelow(shard)) {
      if (path === noteFile || path === manifestFile) continue
      const other = from.get(path)
      if (other && !readFileSync(join(other, path)).equals(readFileSync(join(shard, path))))
        throw new Error(`${path} 在 ${other} 和 ${shard} 里不一样。`)
      if (other) continue
      from.set(path, shard)
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      cpSync(join(shard, path), join(folder, path))
    }
}
