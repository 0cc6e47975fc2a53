import { existsSync } from 'node:fs'
import { standingOf } from './digest.ts'
import { filesBelow } from './manifest.ts'
import type { FileRecord } from './manifest.ts'

export interface Fault {
  path: string
  what: '不见了' | '内容不对' | '是多出来的'
}

/** Files of a folder that are not as they were recorded. */
export async function verify(folder: string, files: readonly FileRecord[]): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const file of files) {
    const standing = await standingOf(folder, file)
    if (standing === 'missing') faults.push({ path: file.path, what: '不见了' })
    if (standing === 'damaged') faults.push({ path: file.path, what: '内容不对' })
  }
  return faults
}

/** Files of a folder besides the recorded ones. */
export function extras(folder: string, files: readonly FileRecord[]): Fault[] {
  if (!existsSync(folder)) return []
  const recorded = new Set(files.map(({ path }) => path))
  return filesBelow(folder)
    .filter((path) => !recorded.has(path))
    .map((path) => ({ path, what: '是多出来的' }))
}
