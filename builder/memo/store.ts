import { hash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Output } from './output.ts'
import type { Memo } from './memo.ts'
import { cacheFolder } from '../folders.ts'

/** What is known of a kept file: enough to see without reading it that nobody touched it since. */
interface Known {
  bytes: number
  modified: number
  sha256: string
  /** Bytes it is on the way to a reader; absent while nobody asked. */
  packed?: number
  /** The last build that used it, counted. */
  used: number
}

interface Index {
  index: Map<string, Known>
  /** How many builds there were. */
  build: number
}

/** Builds after which a file nobody used is let go. */
const patience = 3

/** Where the files kept for an output folder are. */
export function storeFolder(out: string): string {
  return cacheFolder('pages', hash('sha256', out).slice(0, 16))
}

/**
 * Files kept from build to build under the hash of everything they were made from. A file counts only
 * when the index names it and it is as the index says: one that was half written, or changed since, is
 * not there, and is made again.
 */
export class Store {
  private readonly index: Map<string, Known>
  private readonly build: number

  constructor(
    private readonly folder: string,
    private readonly memo: Memo,
  ) {
    const { index, build } = memo.recall<Index>('index') ?? { index: new Map(), build: 0 }
    this.index = index
    this.build = build + 1
  }

  /** Where a file of this name is, or is to be put before it is noted. */
  fileOf(key: string): string {
    return join(this.folder, key.slice(0, 2), key.slice(2))
  }

  /** Put a kept file in the output, if it is not there already; false when there is none that can be trusted. */
  place(key: string, path: string, output: Pick<Output, 'keep' | 'place'>): boolean {
    const known = this.index.get(key)
    if (!known) return false
    const record = { path, bytes: known.bytes, sha256: known.sha256 }
    if (!output.keep(record)) {
      if (!this.isSound(key, known)) return false
      output.place(record, this.fileOf(key))
    }
    known.used = this.build
    return true
  }

  /** What is known of a kept file without reading it. */
  get(key: string): Readonly<Known> | undefined {
    return this.index.get(key)
  }

  /** Bytes a kept file packs to, worked out once. */
  packedSize(key: string, pack: () => number): number {
    const known = this.index.get(key)
    return known ? (known.packed ??= pack()) : pack()
  }

  /** A file that is to be written anew: whatever stands there goes, links to it stay whole. */
  clear(key: string): string {
    const file = this.fileOf(key)
    this.index.delete(key)
    // Nearly always there is none, and to look is cheaper.
    if (existsSync(file)) rmSync(file, { force: true })
    return file
  }

  /** From now on the file counts. */
  note(key: string, { bytes, sha256 }: Pick<Known, 'bytes' | 'sha256'>): void {
    const modified = statSync(this.fileOf(key)).mtimeMs
    this.index.set(key, { bytes, sha256, modified, used: this.build })
  }

  /** Let go of what no recent build used, and write down what is kept. */
  close(): void {
    for (const [key, { used }] of this.index) if (used <= this.build - patience) this.clear(key)
    this.memo.keep('index', { index: this.index, build: this.build } satisfies Index)
  }

  private isSound(key: string, known: Known): boolean {
    const file = this.fileOf(key)
    const found = statSync(file, { throwIfNoEntry: false })
    if (found?.size !== known.bytes) return false
    if (found.mtimeMs === known.modified) return true
    if (hash('sha256', readFileSync(file)) !== known.sha256) return false
    known.modified = found.mtimeMs
    return true
  }
}
