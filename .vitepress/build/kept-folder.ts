import { linkSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FileRecord } from '../../src/release/manifest.ts'
import { Folders } from './folders.ts'
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

  /** An empty folder to write the files into. */
  clear(): string {
    rmSync(this.folder, { recursive: true, force: true })
    mkdirSync(this.files, { recursive: true })
    return this.files
  }

  /** The files in this folder are from now on the ones that were made from `key`. */
  note(key: string, written: readonly [path: string, sha256: string][]): void {
    const files = written.map(([path, sha256]): Known => {
      const { size, mtimeMs } = statSync(join(this.files, path))
      return [path, size, sha256, mtimeMs]
    })
    writeSealed(join(this.folder, 'list'), this.version, { key, files } satisfies Kept)
  }

  /** Put the files made from `key` into the output; undefined when they are not all here as they were. */
  place(key: string, target: string): FileRecord[] | undefined {
    // The seal holds the version, so what is read was written by this very class.
    const kept = readSealed(join(this.folder, 'list'), this.version) as Kept | undefined
    if (kept?.key !== key || !kept.files.every((known) => this.isSound(known))) return undefined
    const folders = new Folders()
    return kept.files.map(([path, bytes, sha256]) => {
      folders.make(dirname(join(target, path)))
      linkSync(join(this.files, path), join(target, path))
      return { path, bytes, sha256 }
    })
  }

  private isSound([path, bytes, , modified]: Known): boolean {
    const found = statSync(join(this.files, path), { throwIfNoEntry: false })
    return found?.size === bytes && found.mtimeMs === modified
  }
}
