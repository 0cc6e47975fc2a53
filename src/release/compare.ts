import type { FileRecord } from './manifest.ts'

export interface Difference {
  added: FileRecord[]
  changed: FileRecord[]
  removed: FileRecord[]
  unchanged: FileRecord[]
}

/** What must be uploaded and deleted to turn one output into another; lists are in path order. */
export function compare(before: readonly FileRecord[], after: readonly FileRecord[]): Difference {
  const old = new Map(before.map((file) => [file.path, file]))
  const names = new Set(after.map(({ path }) => path))
  const isSame = (file: FileRecord) => old.get(file.path)?.sha256 === file.sha256
  return {
    added: after.filter(({ path }) => !old.has(path)),
    changed: after.filter((file) => old.has(file.path) && !isSame(file)),
    removed: before.filter(({ path }) => !names.has(path)),
    unchanged: after.filter(isSame),
  }
}
