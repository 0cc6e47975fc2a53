import { lstatSync } from 'node:fs'

/** How a file looks: any later write to it shows in one of these, whatever time it claims. */
export type FileStamp = [path: string, bytes: number, modified: number, changed: number]

/** Tells a file that is too long to be read each time from another of its name; `path` names it. */
export function stampOf(file: string, path: string): FileStamp {
  const { size, mtimeMs, ctimeMs } = lstatSync(file)
  return [path, size, mtimeMs, ctimeMs]
}
