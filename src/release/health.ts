import { hash } from 'node:crypto'
import type { FileRecord } from './manifest.ts'

/** The file that tells a monitor which release is served. */
export const healthFile = 'health.json'

interface Health {
  id: string
  at: string
  commit?: string | undefined
  files: readonly FileRecord[]
}

/** The files of a release as they came from the output. */
export function withoutHealth(files: readonly FileRecord[]): FileRecord[] {
  return files.filter(({ path }) => path !== healthFile)
}

/**
 * What a monitor reads: the release, when it was made, from which commit, how many files of how many bytes
 * the output had. Version 1; later versions may add names, and keep the meaning of these.
 */
export function healthOf({ id, at, commit, files }: Health): { text: string; record: FileRecord } {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const text = `${JSON.stringify({ version: 1, release: id, at, commit, files: files.length, bytes })}\n`
  const size = Buffer.byteLength(text)
  return { text, record: { path: healthFile, bytes: size, sha256: hash('sha256', text) } }
}
