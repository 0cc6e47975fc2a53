import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file to write below a root: text, or bytes of a picture. */
export interface Writable {
  path: string
  text?: string
  bytes?: Uint8Array
}

/** The first of the files that is there already: nothing is written over. */
export function occupied(root: string, files: readonly Writable[]): string | undefined {
  return files.map(({ path }) => path).find((path) => existsSync(join(root, path)))
}

/** Write new files. A file that appeared in between is an error, not a loss. */
export function writeNew(root: string, files: readonly Writable[]): void {
  for (const { path, text, bytes } of files) {
    const target = join(root, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, bytes ?? text ?? '', { flag: 'wx' })
  }
}
