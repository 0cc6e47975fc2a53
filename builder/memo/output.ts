import { hash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesBelow, manifestFile, recordOf } from '../../src/release/manifest.ts'
import type { FileRecord } from '../../src/release/manifest.ts'
import { freeSpace, spaceFault, spaceFor } from '../../src/release/space.ts'
import { linkOrCopy } from './across-disks.ts'
import { Folders } from './folders.ts'
import { stampOf } from './file-stamp.ts'
import type { Left, Standing } from './standing.ts'
import { change, leaveWork, swap, workPlace } from './swap.ts'

/** So many files are replaced one by one; above that readers are given a whole output in one step. */
const most = 2000

/** A file of the output; `copyOf` says how the file looked that it is a copy of. */
type Fresh = FileRecord & Pick<Left, 'copyOf'>

/**
 * The output a build makes. Files that stand in the last one with the same bytes stay there; only what
 * differs is put in a folder beside it, until every step has succeeded.
 */
export class Output {
  /** Where what differs is put; what a step leaves here by itself is taken in. */
  readonly folder: string
  /** A path is in one of these two: as it stands in the last output, or put in the folder. */
  private readonly kept = new Map<string, Left>()
  private readonly fresh = new Map<string, Fresh>()
  private readonly folders = new Folders()

  constructor(
    private readonly out: string,
    private readonly standing: Standing,
  ) {
    this.folder = workPlace(out, 'next')
    this.discard()
    mkdirSync(this.folder, { recursive: true })
  }

  /** Let a file stay as it stands in the last output; false when it does not stand there. */
  keep({ path, sha256 }: Pick<FileRecord, 'path' | 'sha256'>): boolean {
    const left = this.standing.files.get(path)
    if (left?.sha256 !== sha256) return false
    this.clear(path)
    this.kept.set(path, left)
    return true
  }

  /** Let a file stay that was made from another, while that one stays. */
  keepWith(source: string, path: string): boolean {
    const left = this.standing.files.get(path)
    return left !== undefined && this.kept.has(source) && this.keep(left)
  }

  /** Put a file in the output by a link: it is never written to again. */
  place(record: FileRecord, file: string): void {
    if (this.keep(record)) return
    linkOrCopy(file, this.placeFor(record.path))
    this.fresh.set(record.path, record)
  }

  /** Write one file by its path below the base: `search/manifest.json`. */
  write(path: string, content: string | Uint8Array): FileRecord {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const record = { path, bytes: bytes.length, sha256: hash('sha256', bytes) }
    if (!this.keep(record)) {
      writeFileSync(this.placeFor(path), bytes)
      this.fresh.set(path, record)
    }
    return record
  }

  /** Why the disk has no room for files that do not stand in the last output; undefined when it has. */
  roomFault(copies: readonly { path: string; bytes: number }[]): string | undefined {
    const { folder, standing } = this
    const fresh = copies.filter(({ path, bytes }) => standing.files.get(path)?.bytes !== bytes)
    return spaceFault(folder, spaceFor(fresh), freeSpace(folder))
  }

  /** Copy a file, unless it looks as when it was last copied. */
  copy(path: string, from: string): void {
    const copyOf = JSON.stringify(stampOf(from, ''))
    const left = this.standing.files.get(path)
    if (left?.copyOf === copyOf && this.keep(left)) return
    copyFileSync(from, this.placeFor(path))
    this.fresh.set(path, { ...recordOf(this.folder, path), copyOf })
  }

  /** Whether a file stands there already, put by the steps so far. */
  has(path: string): boolean {
    return this.kept.has(path) || this.fresh.has(path)
  }

  read(path: string): Buffer {
    return readFileSync(join(this.kept.has(path) ? this.out : this.folder, path))
  }

  /** Every file so far in the order of paths; the manifest does not list itself. */
  list(): FileRecord[] {
    this.takeIn()
    return [...this.kept.values(), ...this.fresh.values()]
      .filter(({ path }) => path !== manifestFile)
      .map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  /** Put it in the place of the last output; returns its files as they are left there. */
  settle(): Left[] {
    this.takeIn()
    const { folder, out, standing, kept, fresh } = this
    const stale = [...standing.files.keys()].filter((path) => !kept.has(path) && !fresh.has(path))
    if (this.isChange(stale.length)) {
      change(folder, out, stale)
      return [...kept.values(), ...[...fresh.values()].map((file) => this.leave(file))]
    }
    for (const [path, left] of kept) {
      linkOrCopy(join(out, path), this.placeFor(path))
      fresh.set(path, left)
    }
    swap(folder, out)
    return [...fresh.values()].map((file) => this.leave(file))
  }

  /** Let go of what was put in the folder and has not become the output. */
  discard(): void {
    rmSync(this.folder, { recursive: true, force: true })
    leaveWork(this.out)
  }

  private isChange(stale: number): boolean {
    const { standing, fresh } = this
    if (!standing.isWhole || fresh.size + stale > most) return false
    return [...fresh.keys()].every((path) => standing.hasRoomFor(path))
  }

  private takeIn(): void {
    for (const path of filesBelow(this.folder)) {
      if (this.fresh.has(path)) continue
      const record = recordOf(this.folder, path)
      this.fresh.set(path, record)
      this.keep(record)
    }
  }

  private leave(file: Fresh): Left {
    const [, , modified, changed] = stampOf(join(this.out, file.path), file.path)
    return { ...file, modified, changed }
  }

  private placeFor(path: string): string {
    this.clear(path)
    const file = join(this.folder, path)
    this.folders.make(dirname(file))
    return file
  }

  /** What was put there goes, for it may be a link to a file that stays elsewhere. */
  private clear(path: string): void {
    this.kept.delete(path)
    if (this.fresh.delete(path)) rmSync(join(this.folder, path))
  }
}
