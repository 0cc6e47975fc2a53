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

/** Lies among changes, and names the files that go; no file of an output is called so. */
const staleFile = '.stale.json'

/** A folder cannot replace another in one step; whichever step is interrupted, one whole output remains. */
export function swap(next: string, out: string): void {
  const previous = `${out}.previous`
  if (existsSync(out)) {
    rmSync(previous, { recursive: true, force: true })
    renameSync(out, previous)
  }
  renameSync(next, out)
  rmSync(previous, { recursive: true, force: true })
}

/**
 * Bring an output up to date: files of the folder beside it take their places in it, and stale ones go.
 * Once the folder has its new name nothing is missing any more, and whoever finds it can finish.
 */
export function change(next: string, out: string, stale: readonly string[]): void {
  writeFileSync(join(next, staleFile), JSON.stringify(stale))
  renameSync(next, changesOf(out))
  finishChange(out)
}

/** Put right what a build left that was killed while it replaced the last output. */
export function recoverOutput(out: string): void {
  const previous = `${out}.previous`
  if (!existsSync(out) && existsSync(previous)) renameSync(previous, out)
  finishChange(out)
}

function changesOf(out: string): string {
  return `${out}.changes`
}

/** Does what is left to do of a change, as often as it takes. */
function finishChange(out: string): void {
  const changes = changesOf(out)
  if (!existsSync(changes)) return
  // Without an output there is nothing to change; without the list all has been done.
  if (existsSync(out) && existsSync(join(changes, staleFile))) {
    const fresh = filesBelow(changes).filter((path) => path !== staleFile)
    for (const { path } of uploadOrder(fresh.map((path) => ({ path })))) {
      mkdirSync(dirname(join(out, path)), { recursive: true })
      renameSync(join(changes, path), join(out, path))
    }
    // `change` wrote it.
    for (const path of JSON.parse(readFileSync(join(changes, staleFile), 'utf8')) as string[])
      remove(out, path)
  }
  rmSync(changes, { recursive: true, force: true })
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
