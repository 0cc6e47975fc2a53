import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { filesBelow } from '../../src/release/manifest.ts'
import { uploadOrder } from '../../src/release/place.ts'
import { isOfAnotherDisk, moveFile } from './across-disks.ts'
import { workFolder } from '../../src/target/work-folder.ts'
import type { workNames } from '../../src/target/work-folder.ts'

/** Lies among changes, and names the files that go; no file of an output is called so. */
const staleFile = '.stale.json'

/** A place in the work folder of an output. */
export function workPlace(out: string, name: (typeof workNames)[number]): string {
  mkdirSync(workFolder(out), { recursive: true })
  return join(workFolder(out), name)
}

/** Let go of the work folder once nothing is left in it. */
export function leaveWork(out: string): void {
  try {
    rmdirSync(workFolder(out))
  } catch {
    // There is none, or something is left for the next build to finish.
  }
}

/** A folder cannot replace another in one step; whichever step is interrupted, one whole output remains. */
export function swap(next: string, out: string): void {
  const previous = workPlace(out, 'previous')
  rmSync(previous, { recursive: true, force: true })
  if (existsSync(out) && !moveAside(out, previous)) {
    const fresh = new Set(filesBelow(next))
    return change(
      next,
      out,
      filesBelow(out).filter((path) => !fresh.has(path)),
    )
  }
  renameSync(next, out)
  rmSync(previous, { recursive: true, force: true })
  leaveWork(out)
}

/** False where a folder has to stay the same one, for a disk is mounted on it. */
function moveAside(folder: string, to: string): boolean {
  try {
    renameSync(folder, to)
    return true
  } catch (error) {
    if (isOfAnotherDisk(error)) return false
    throw error
  }
}

/**
 * Bring an output up to date: files of the folder beside it take their places in it, and stale ones go.
 * Once the folder has its new name nothing is missing any more, and whoever finds it can finish.
 */
export function change(next: string, out: string, stale: readonly string[]): void {
  writeFileSync(join(next, staleFile), JSON.stringify(stale))
  renameSync(next, workPlace(out, 'changes'))
  finishChange(out)
}

/** Put right what a build left that was killed while it replaced the last output. */
export function recoverOutput(out: string): void {
  const previous = join(workFolder(out), 'previous')
  if (!existsSync(out) && existsSync(previous)) renameSync(previous, out)
  finishChange(out)
}

/** Does what is left to do of a change, as often as it takes. */
function finishChange(out: string): void {
  const changes = join(workFolder(out), 'changes')
  if (!existsSync(changes)) return
  // Without an output there is nothing to change; without the list all has been done.
  if (existsSync(out) && existsSync(join(changes, staleFile))) {
    const fresh = filesBelow(changes).filter((path) => path !== staleFile)
    for (const { path } of uploadOrder(fresh.map((path) => ({ path })))) {
      mkdirSync(dirname(join(out, path)), { recursive: true })
      moveFile(join(changes, path), join(out, path))
    }
    // `change` wrote it.
    for (const path of JSON.parse(readFileSync(join(changes, staleFile), 'utf8')) as string[])
      remove(out, path)
  }
  rmSync(changes, { recursive: true, force: true })
  leaveWork(out)
}

/** Remove a file, and the folders that are empty without it. */
function remove(out: string, path: string): void {
  rmSync(join(out, path), { force: true })
  try {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder))
      rmdirSync(join(out, folder))
  } catch {
    // Other files stand there.
  }
}
