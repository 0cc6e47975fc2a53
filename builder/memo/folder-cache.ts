import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from '../../src/release/manifest.ts'
import type { Output } from './output.ts'
import type { Memo } from './memo.ts'

/** A file of a kept folder: its path there, its size, its SHA-256, and when it was written. */
type CachedFile = [path: string, bytes: number, sha256: string, modified: number]

interface FolderList<Origin> {
  key: string
  files: CachedFile[]
  origin: Origin
}

/**
 * A set of files that are made together and kept until what they were made from changes, with whatever
 * helps to make them again. The list is sealed after the files were written, and each is looked at
 * before it is used.
 */
export class FolderCache<Origin> {
  readonly files: string
  private read: FolderList<Origin> | undefined
  /** Files that were looked at: nobody but this build writes here while it runs. */
  private readonly seen = new Set<CachedFile>()

  constructor(
    private readonly memo: Memo,
    folder: string,
    /** Of the list in the memo. */
    private readonly name: string,
  ) {
    this.files = join(folder, name, 'files')
  }

  /**
   * SHA-256 of the files that are here as they were, by path: those need not be written again. What
   * they were made from is told only when all of them are.
   */
  sound(): { known: Map<string, string>; origin?: Origin } {
    const { files = [], origin } = this.kept() ?? {}
    const sound = files.filter((known) => this.isSound(known))
    const known = new Map(sound.map(([path, , sha256]) => [path, sha256]))
    return { known, origin: sound.length === files.length ? origin : undefined }
  }

  /** From now on the files in this folder are these, made from `key`; any other goes. */
  note(key: string, written: readonly [path: string, sha256: string][], origin: Origin): void {
    const before = new Map(this.kept()?.files.map((known) => [known[0], known]))
    const files = written.map(([path, sha256]): CachedFile => {
      const known = before.get(path)
      if (known?.[2] === sha256 && this.isSound(known)) return known
      const { size, mtimeMs } = statSync(join(this.files, path))
      return [path, size, sha256, mtimeMs]
    })
    const current = new Set(written.map(([path]) => path))
    for (const path of filesBelow(this.files))
      if (!current.has(path)) rmSync(join(this.files, path), { force: true })
    this.read = { key, files, origin }
    this.memo.keep(`${this.name}/list`, this.read)
  }

  /** Put the files made from `key` into the output, and say how many; undefined when they are not all here as they were. */
  place(key: string, output: Output): number | undefined {
    const kept = this.kept()
    if (kept?.key !== key) return undefined
    const missing = kept.files.filter(([path, , sha256]) => !output.keep({ path, sha256 }))
    if (!missing.every((known) => this.isSound(known))) return undefined
    for (const [path, bytes, sha256] of missing)
      output.place({ path, bytes, sha256 }, join(this.files, path))
    return kept.files.length
  }

  private kept(): FolderList<Origin> | undefined {
    return (this.read ??= this.memo.recall<FolderList<Origin>>(`${this.name}/list`))
  }

  private isSound(known: CachedFile): boolean {
    if (this.seen.has(known)) return true
    const [path, bytes, , modified] = known
    const found = statSync(join(this.files, path), { throwIfNoEntry: false })
    if (found?.size !== bytes || found.mtimeMs !== modified) return false
    this.seen.add(known)
    return true
  }
}
