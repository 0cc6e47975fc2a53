import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FileRecord } from '../../src/release/manifest.ts'
import { stampOf } from './file-stamp.ts'
import type { FileStamp } from './file-stamp.ts'

/** A file of an output as the build that finished it left it. */
export interface Left extends FileRecord {
  modified: number
  changed: number
  /** How the file looked that it is a copy of. */
  copyOf?: string
}

/** What stands in an output folder of what was left there. */
export class Standing {
  /** The files that nobody touched since, by path. */
  readonly files: ReadonlyMap<string, Left>
  /** All is as it was left: nothing was changed, added or taken away. */
  readonly isWhole: boolean
  private readonly folders: ReadonlySet<string>

  constructor(out: string, left: readonly Left[]) {
    const { looks, folders } = looksOf(out)
    const same = left.filter((file) => isAsLeft(file, looks.get(file.path)))
    this.files = new Map(same.map((file) => [file.path, file]))
    this.folders = folders
    this.isWhole =
      left.length > 0 &&
      same.length === left.length &&
      looks.size === left.length &&
      folders.size === foldersOf(left).size
  }

  /** Whether a file can be put at a path while all others stay where they are. */
  hasRoomFor(path: string): boolean {
    return !this.folders.has(path) && !foldersAbove(path).some((folder) => this.files.has(folder))
  }
}

function isAsLeft({ bytes, modified, changed }: Left, look: FileStamp | undefined): boolean {
  return look?.[1] === bytes && look[2] === modified && look[3] === changed
}

function looksOf(out: string): { looks: Map<string, FileStamp>; folders: Set<string> } {
  const looks = new Map<string, FileStamp>()
  const folders = new Set<string>()
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(out, folder), { withFileTypes: true })) {
      const path = folder + entry.name
      if (entry.isDirectory()) {
        folders.add(path)
        visit(`${path}/`)
      } else looks.set(path, stampOf(`${out}/${path}`, path))
    }
  }
  try {
    visit('')
  } catch {
    // No output, or one that is being taken away: nothing of it can be counted on.
    return { looks: new Map(), folders: new Set() }
  }
  return { looks, folders }
}

function foldersOf(left: readonly Left[]): Set<string> {
  return new Set(left.flatMap(({ path }) => foldersAbove(path)))
}

/** `search/1` and `search` of `search/1/a.bin`. */
function foldersAbove(path: string): string[] {
  const above: string[] = []
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) above.push(folder)
  return above
}
