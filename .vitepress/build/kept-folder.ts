import { linkSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readSealed, writeSealed } from './sealed.ts'

/** A file of a kept folder: its path there, its size, and when it was written. */
type Known = [path: string, bytes: number, modified: number]

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
  note(key: string, paths: readonly string[]): void {
    const files = paths.map((path): Known => {
      const { size, mtimeMs } = statSync(join(this.files, path))
      return [path, size, mtimeMs]
    })
    writeSealed(join(this.folder, 'list'), this.version, { key, files } satisfies Kept)
  }

  /** Put the files made from `key` into the output; false when they are not all here as they were. */
  place(key: string, target: string): { files: number; bytes: number } | undefined {
    // The seal holds the version, so what is read was written by this very class.
    const kept = readSealed(join(this.folder, 'list'), this.version) as Kept | undefined
    if (kept?.key !== key || !kept.files.every((known) => this.isSound(known))) return undefined
    const folders = new Set<string>()
    for (const [path] of kept.files) {
      const folder = dirname(join(target, path))
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
      folders.add(folder)
      linkSync(join(this.files, path), join(target, path))
    }
    return {
      files: kept.files.length,
      bytes: kept.files.reduce((sum, [, bytes]) => sum + bytes, 0),
    }
  }

  private isSound([path, bytes, modified]: Known): boolean {
    const found = statSync(join(this.files, path), { throwIfNoEntry: false })
    return found?.size === bytes && found.mtimeMs === modified
  }
}
