import { existsSync, renameSync, rmSync } from 'node:fs'

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

/** A build that was killed between the two steps of a swap left the last output beside its place: put it back. */
export function recoverOutput(out: string): void {
  const previous = `${out}.previous`
  if (!existsSync(out) && existsSync(previous)) renameSync(previous, out)
}
