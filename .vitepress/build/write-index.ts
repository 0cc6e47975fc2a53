import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Library } from '../../src/content/library.ts'

/** Write the search index into a folder; returns the paths of its files there. */
export async function writeIndex(library: Library, folder: string): Promise<string[]> {
  const { searchFiles } = await import('../search-index.ts')
  const paths: string[] = []
  mkdirSync(join(folder, 'search'), { recursive: true })
  for (const { name, bytes } of searchFiles(library)) {
    writeFileSync(join(folder, name), bytes)
    paths.push(name)
  }
  return paths
}
