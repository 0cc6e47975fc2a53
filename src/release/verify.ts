import { existsSync, lstatSync } from 'node:fs'
import { join } from 'node:path'
import { recordOf } from './manifest.ts'
import type { FileRecord } from './manifest.ts'

export interface Fault {
  path: string
  what: '不见了' | '内容不对'
}

/** Files of a folder that are not as they were recorded; files it has besides are no fault. */
export function verify(folder: string, files: readonly FileRecord[]): Fault[] {
  return files.flatMap((file): Fault[] => {
    const at = join(folder, file.path)
    if (!existsSync(at) || !lstatSync(at).isFile()) return [{ path: file.path, what: '不见了' }]
    const { bytes, sha256 } = recordOf(folder, file.path)
    const isSame = bytes === file.bytes && sha256 === file.sha256
    return isSame ? [] : [{ path: file.path, what: '内容不对' }]
  })
}
