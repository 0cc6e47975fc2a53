import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { manifestFile } from '../release/manifest.ts'
import { verify } from '../release/verify.ts'
import { UploadFault } from './fault.ts'
import { stateFile } from './state.ts'
import type { UploadTarget } from './upload.ts'

/** A folder on this machine, as a mounted disk of a host is one. */
export function folderDestination(folder: string): UploadTarget {
  const at = (path: string) => join(folder, path)
  const place = (path: string, make: (next: string) => void) => {
    mkdirSync(dirname(at(path)), { recursive: true })
    make(at(`${path}.next`))
    renameSync(at(`${path}.next`), at(path))
  }
  return {
    present: async (_from, files) => {
      const broken = new Set((await verify(folder, files)).map(({ path }) => path))
      return new Set(files.map(({ path }) => path).filter((path) => !broken.has(path)))
    },
    put: async (from, files) => {
      for (const { path } of files) place(path, (next) => copyFileSync(join(from, path), next))
    },
    write: async (path, content) => place(path, (next) => writeFileSync(next, content)),
    read: async (path) => (existsSync(at(path)) ? readFileSync(at(path), 'utf8') : undefined),
    remove: async (paths) => {
      // A run that was killed may have left a file half placed.
      for (const path of paths.flatMap((one) => [one, `${one}.next`]))
        if (isOwnFile(at(path))) rmSync(at(path))
    },
  }
}

/** Why a folder is no place to upload to; one that holds something must hold an earlier output. */
export function folderFault(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined
  if (!lstatSync(folder).isDirectory()) return `${folder} 不是文件夹。`
  const names = readdirSync(folder)
  if (names.length === 0 || names.some((name) => name === manifestFile || name === stateFile))
    return undefined
  return `${folder} 里有别的东西，没有潮头上传过的清单：写一个空的文件夹，或以前上传过的。`
}

function isOwnFile(file: string): boolean {
  const stat = lstatSync(file, { throwIfNoEntry: false })
  if (stat?.isDirectory()) throw new UploadFault(`${file} 是文件夹，没有删。`)
  return stat !== undefined
}
