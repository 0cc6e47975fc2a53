import { createHash, hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRecord } from './manifest.ts'

/** Bytes up to which a file is read at once. */
const small = 1 << 20

/** How a file of a folder stands to what was recorded of it; a link counts as no file. */
export async function standingOf(
  folder: string,
  { path, bytes, sha256 }: FileRecord,
): Promise<'sound' | 'missing' | 'damaged'> {
  const file = join(folder, path)
  try {
    const found = await lstat(file)
    if (!found.isFile()) return 'missing'
    if (found.size !== bytes) return 'damaged'
    return (await sha256Of(file, bytes)) === sha256 ? 'sound' : 'damaged'
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // What a disk cannot read any more is as good as damaged.
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'damaged'
  }
}

async function sha256Of(file: string, bytes: number): Promise<string> {
  if (bytes <= small) return hash('sha256', await readFile(file))
  const digest = createHash('sha256')
  for await (const piece of createReadStream(file)) digest.update(piece as Buffer)
  return digest.digest('hex')
}
