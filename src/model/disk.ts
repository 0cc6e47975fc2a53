/**
 * What a disk refuses is no fault of the program: it has a place and a reason, and is said in a sentence.
 * Source of the codes: errno(3).
 */
const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有权限，看看它和它所在的文件夹准不准这个账号读写',
  EPERM: '没有权限，看看它和它所在的文件夹准不准这个账号读写',
  ENOENT: '没有这个文件或文件夹，可能刚刚被删了或改了名',
  EISDIR: '这是一个文件夹，这里要的是文件',
  ENOTDIR: '路径里有一段是文件，不是文件夹',
  EEXIST: '已经有同名的文件或文件夹',
  ENOTEMPTY: '文件夹里还有别的东西',
  EMFILE: '打开的文件太多，用 ulimit -n 4096 放宽以后再运行',
  ENFILE: '整台电脑打开的文件太多，关掉一些程序再运行',
  ENOSPC: '磁盘满了（空间或文件数），腾出地方再运行',
  EDQUOT: '这个账号的磁盘配额用完了，腾出地方再运行',
  EFBIG: '文件太大，这个磁盘放不下',
  EROFS: '这个磁盘只读',
  EIO: '磁盘读写出错，先备份，再检查磁盘',
  ESTALE: '网络盘断开过，重新连上再运行',
  ETIMEDOUT: '网络盘没有回答，重新连上再运行',
  EBUSY: '别的程序正占着它，关掉再运行',
  ETXTBSY: '别的程序正占着它，关掉再运行',
  ELOOP: '链接绕成了圈',
  ENAMETOOLONG: '名字太长',
  EXDEV: '两头在不同的磁盘上',
  ENXIO: '这不是普通文件',
}

/** Calls that change what is on the disk; whatever else fails could not be read. */
const writing =
  /^(write|mkdir|rmdir|unlink|rm|rename|link|symlink|copyfile|cp|ftruncate|truncate|chmod|utime|mkdtemp)/

/** Why a disk refused, in Chinese; undefined for an error of another kind. */
export function diskReason(error: unknown): string | undefined {
  return isDiskFault(error) ? reasons[error.code] : undefined
}

/** The same as a sentence with its place; undefined for an error of another kind. */
export function diskSentence(error: unknown): string | undefined {
  const reason = diskReason(error)
  if (reason === undefined || !isDiskFault(error)) return undefined
  const { syscall, path = '', dest = '' } = error
  const place = [path, dest].filter(Boolean).join(' → ') || '文件'
  return `${place} ${writing.test(syscall) ? '写不了' : '打不开'}：${reason}。`
}

/** What Node says of a call to the system that failed; plain data. */
export interface DiskFault {
  code: string
  syscall: string
  path?: string | undefined
  dest?: string | undefined
}

/** Calls to a network fail with the same words, and no path. */
export function isDiskFault(error: unknown): error is DiskFault {
  if (typeof error !== 'object' || error === null) return false
  const { code, syscall, path } = error as Partial<Record<keyof DiskFault, unknown>>
  const isCall = typeof code === 'string' && typeof syscall === 'string'
  return isCall && (typeof path === 'string' || /^(write|read|fsync)$/.test(syscall))
}
