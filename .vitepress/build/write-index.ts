import { hash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Library } from '../../src/content/library.ts'

/**
 * Write the search index into a folder, except files that are known to be there already; returns the
 * paths of all of them, each with its SHA-256.
 */
export async function writeIndex(
  library: Library,
  { folder, known }: { folder: string; known: ReadonlyMap<string, string> },
): Promise<[path: string, sha256: string][]> {
  const { searchFiles } = await import('../search-index.ts')
  const files: [path: string, sha256: string][] = []
  mkdirSync(join(folder, 'search'), { recursive: true })
  for (const { name, bytes } of searchFiles(library)) {
    const sha256 = hash('sha256', bytes)
    files.push([name, sha256])
    if (known.get(name) === sha256) continue
    // What stands there is linked to from an output, which stays as it is.
    rmSync(join(folder, name), { force: true })
    writeFileSync(join(folder, name), bytes)
  }
  return files
}
