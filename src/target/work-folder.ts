import { basename } from 'node:path'

/** What a build puts beside an output while it works on it; nothing else is ever in that folder. */
export const workNames = ['changes', 'lock', 'next', 'previous'] as const

const ending = '.building'

/** The folder beside an output in which a build works: renaming needs the same disk. */
export function workFolder(out: string): string {
  return out + ending
}

/** Whether a path is named as the work folder of an output. */
export function isWorkFolder(path: string): boolean {
  return basename(path).endsWith(ending)
}
