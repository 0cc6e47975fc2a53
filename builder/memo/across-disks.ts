import { copyFileSync, linkSync, renameSync, rmSync } from 'node:fs'

/** Give a file another name; a copy where that is on another disk, or the disk knows no links. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error
    copyFileSync(from, to)
  }
}

/** Put a file in the place of another in one step, also from another disk. */
export function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    copyFileSync(from, `${to}.next`)
    renameSync(`${to}.next`, to)
    rmSync(from)
  }
}

/** Whether a folder cannot be renamed because a disk is mounted on it, or the other name is on another disk. */
export function isOfAnotherDisk(error: unknown): boolean {
  return ['EBUSY', 'EXDEV', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')
}
