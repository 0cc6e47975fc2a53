import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import type { Stats } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/**
 * A path as the disk knows it: links are followed, also where its last parts do not exist yet or a link
 * leads nowhere. Throws what the disk answers when it may not be read.
 */
export function realPath(path: string): string {
  const at = resolve(path)
  const found = lstatSync(at, { throwIfNoEntry: false })
  if (found?.isSymbolicLink() && !statSync(at, { throwIfNoEntry: false }))
    return realPath(resolve(dirname(at), readlinkSync(at)))
  if (found) return realpathSync.native(at)
  const above = dirname(at)
  return above === at ? at : join(realPath(above), basename(at))
}

/**
 * The names that lead from a folder down to a path, none when they are the same folder; undefined when the
 * path is not in it. Folders are told by their number on the disk, so that another spelling of a name, a
 * link or a second mount is no other folder.
 */
export function namesBelow(path: string, folder: string): string[] | undefined {
  const wanted = statSync(realPath(folder), { throwIfNoEntry: false })
  if (!wanted) return undefined
  const names: string[] = []
  for (let at = realPath(path); ; at = dirname(at)) {
    if (isSame(statSync(at, { throwIfNoEntry: false }), wanted)) return names
    if (dirname(at) === at) return undefined
    names.unshift(basename(at))
  }
}

function isSame(one: Stats | undefined, other: Stats): boolean {
  return one !== undefined && one.ino === other.ino && one.dev === other.dev
}

/** Every folder above a path, the nearest first. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = []
  for (let at = realPath(path); dirname(at) !== at; at = dirname(at)) folders.push(dirname(at))
  return folders
}

/** A name as a disk compares it that does not tell capitals, or composed letters, apart. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
