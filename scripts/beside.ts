import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'

/** Bytes that a file beside an imported one may have. */
const largest = 25 * 1024 * 1024

/** Files that lie in a file's folder or below it; what leads out of it, or is no plain file, is none. */
export function filesBeside(file: string): (path: string) => Uint8Array | undefined {
  return (path) => {
    try {
      const folder = realpathSync(dirname(file))
      const target = realpathSync(join(folder, path))
      const stat = statSync(target)
      const isInside = target.startsWith(`${folder}${sep}`)
      return isInside && stat.isFile() && stat.size <= largest ? readFileSync(target) : undefined
    } catch {
      // No such file, or a name that no file can have.
      return undefined
    }
  }
}
