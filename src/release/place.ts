import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileKindOf, uploadTurns } from '../publish/file-kinds.ts'
import { filesBelow, recordOf } from './manifest.ts'
import type { FileRecord } from './manifest.ts'

export function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
}

/** Put a file into a folder: as another name of the same file where the disk can, else as a copy. */
export function placeFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  rmSync(to, { force: true })
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}

/** Let a name lead to another folder in one step: whoever asks gets the old one or the new one. */
export function pointTo(pointer: string, target: string): void {
  const next = `${pointer}.next`
  rmSync(next, { force: true })
  symlinkSync(target, next, 'dir')
  renameSync(next, pointer)
}

/** Files in the order in which they may be uploaded while readers read, in the order of paths within a turn. */
export function uploadOrder<File extends { path: string }>(files: readonly File[]): File[] {
  const turnOf = ({ path }: File) => uploadTurns.indexOf(fileKindOf(`/${path}`).turn)
  return files
    .map((file) => ({ file, turn: turnOf(file) }))
    .sort((a, b) => a.turn - b.turn || (a.file.path < b.file.path ? -1 : 1))
    .map(({ file }) => file)
}

/** Make a folder hold exactly the given files: new ones first, in order, each whole; then what is stale goes. */
export function copyOver(from: string, to: string, files: readonly FileRecord[]): void {
  for (const { path, sha256 } of uploadOrder(files)) {
    if (existsSync(join(to, path)) && recordOf(to, path).sha256 === sha256) continue
    const next = join(to, `${path}.next`)
    mkdirSync(dirname(next), { recursive: true })
    copyFileSync(join(from, path), next)
    renameSync(next, join(to, path))
  }
  const wanted = new Set(files.map(({ path }) => path))
  if (!existsSync(to)) return
  for (const path of filesBelow(to)) if (!wanted.has(path)) rmSync(join(to, path))
}
