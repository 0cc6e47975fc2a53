import { hash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Library } from '../../src/content/library.ts'

/** Write the search index into a folder; returns the paths of its files there, each with its SHA-256. */
export async function writeIndex(
  library: Library,
  folder: string,
): Promise<[path: string, sha256: string][]> {
  const { searchFiles } = await import('../search-index.ts')
  const written: [path: string, sha256: string][] = []
  mkdirSync(join(folder, 'search'), { recursive: true })
  for (const { name, bytes } of searchFiles(library)) {
    writeFileSync(join(folder, name), bytes)
    written.push([name, hash('sha256', bytes)])
  }
  return written
}
