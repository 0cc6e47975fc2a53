import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from '../../src/release/manifest.ts'
import type { Output } from './output.ts'
import { readSealed, writeSealed } from './sealed.ts'

/** A file of a kept folder: its path there, its size, its SHA-256, and when it was written. */
type Known = [path: string, bytes: number, sha256: string, modified: number]

interface Kept {
  key: string
  files: Known[]
}

/**
 * A set of files that are made together and kept until what they were made from changes. The list is
 * sealed after the files were written, and each is looked at before it is used.
 */
export class KeptFolder {
  readonly files: string

  constructor(
    private readonly folder: string,
    private readonly version: string,
  ) {
    this.files = join(folder, 'files')
  }

  /** SHA-256 of the files that are here as they were, by path: those need not be written again. */
  known(): Map<string, string> {
    const sound = this.kept()?.files.filter((known) => this.isSound(known)) ?? []
    return new Map(sound.map(([path, , sha256]) => [path, sha256]))
  }

  /** From now on the files in this folder are these, made from `key`; any other goes. */
  note(key: string, written: readonly [path: string, sha256: string][]): void {
    const files = written.map(([path, sha256]): Known => {
      const { size, mtimeMs } = statSync(join(this.files, path))
      return [path, size, sha256, mtimeMs]
    })
    const current = new Set(written.map(([path]) => path))
    for (const path of filesBelow(this.files))
      if (!current.has(path)) rmSync(join(this.files, path), { force: true })
    writeSealed(this.list(), this.version, { key, files } satisfies Kept)
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

  private kept(): Kept | undefined {
    // The seal holds the version, so what is read was written by this very class.
    return readSealed(this.list(), this.version) as Kept | undefined
  }

  private list(): string {
    return join(this.folder, 'list')
  }

  private isSound([path, bytes, , modified]: Known): boolean {
    const found = statSync(join(this.files, path), { throwIfNoEntry: false })
    return found?.size === bytes && found.mtimeMs === modified
  }
}
