import { copyFile, link, mkdir, rename, rm, symlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileKindOf, uploadTurns } from '../publish/file-kinds.ts'

/** Copy a file; the folders above it are made. */
export async function placeCopy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyFile(from, to)
}

/** Put a file into a folder: as another name of the same file where the disk can, else as a copy. */
export async function placeLink(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  try {
    await link(from, to)
  } catch (error) {
    // Another disk, one without links, or a file with as many names as it can have.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error
    await copyFile(from, to)
  }
}

/** Let a name lead to another folder in one step: whoever asks gets the old one or the new one. */
export async function pointTo(pointer: string, target: string): Promise<void> {
  const next = `${pointer}.next`
  await rm(next, { force: true })
  await symlink(target, next, 'dir')
  await rename(next, pointer)
}

/** Files in the order in which they may be uploaded while readers read, in the order of paths within a turn. */
export function uploadOrder<File extends { path: string }>(files: readonly File[]): File[] {
  const turnOf = ({ path }: File) => uploadTurns.indexOf(fileKindOf(`/${path}`).turn)
  return files
    .map((file) => ({ file, turn: turnOf(file) }))
    .sort((a, b) => a.turn - b.turn || (a.file.path < b.file.path ? -1 : 1))
    .map(({ file }) => file)
}
