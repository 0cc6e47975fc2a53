import { existsSync, statfsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { isDiskFault } from '../model/disk.ts'

/** What writing takes, or what a disk has left; `files` is undefined on disks that do not count them. */
export interface Space {
  bytes: number
  files: number | undefined
}

/** Free space at a folder, or where it is going to be. */
export function freeSpace(folder: string): Space {
  const { bavail, bsize, ffree, files } = statfsSync(existing(folder))
  return { bytes: bavail * bsize, files: files > 0 ? ffree : undefined }
}

/** Space that new files of these sizes take: disks give it in blocks, and each folder is a file as well. */
export function spaceFor(files: readonly { path: string; bytes: number }[]): Space {
  const block = 4096
  const folders = new Set(files.map(({ path }) => dirname(path)))
  const blocks = files.reduce((sum, { bytes }) => sum + Math.ceil(bytes / block), folders.size)
  return { bytes: blocks * block, files: files.length + folders.size }
}

/** Why a disk has not room enough, in Chinese with sizes; undefined when it has. */
export function spaceFault(folder: string, needed: Space, free: Space): string | undefined {
  const place = existing(folder)
  if (needed.bytes > free.bytes)
    return `磁盘不够：要写 ${sizeOf(needed.bytes)}，${place} 所在的磁盘只剩 ${sizeOf(free.bytes)}。腾出地方再来。`
  if (free.files !== undefined && (needed.files ?? 0) > free.files)
    return `磁盘能放的文件数（inode）不够：要放 ${needed.files} 个，${place} 所在的磁盘只能再放 ${free.files} 个。删去不要的小文件再来。`
  return undefined
}

/**
 * What a disk that is full answers, in Chinese with sizes; undefined for any other fault. The folder stands
 * for the place where the error names none.
 */
export function fullDiskFault(error: unknown, folder: string): string | undefined {
  if (!isDiskFault(error)) return undefined
  const { code, path, dest } = error
  if (code === 'EDQUOT') return `这个账号的磁盘配额用完了：${dest ?? path ?? folder} 没有写成。`
  if (code !== 'ENOSPC') return undefined
  const place = dest ?? path ?? folder
  const { bytes, files } = freeSpace(place)
  const inodes = files === undefined ? '' : `、还能放 ${files} 个文件`
  return `磁盘满了，${place} 没有写成：那里只剩 ${sizeOf(bytes)}${inodes}。腾出地方再来。`
}

/** `12.3 MB`, in units of 1024. */
export function sizeOf(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  const number = bytes / 1024 ** step
  return `${step === 0 ? number : number.toFixed(1)} ${units[step]}`
}

function existing(path: string): string {
  const at = resolve(path)
  return existsSync(at) ? at : existing(dirname(at))
}
