/** What a generator wrote: how much, and what an edit changed of it. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Snapshot {
  files: Map<string, string>
  bytes: number
  pages: number
  /** Bytes of a search index, where the generator makes one. */
  searchBytes: number
}

export function snapshot(folder: string): Snapshot {
  const files = new Map<string, string>()
  let [bytes, pages, searchBytes] = [0, 0, 0]
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const content = readFileSync(path)
    bytes += content.length
    if (path.endsWith('.html')) pages++
    if (/\/(search|pagefind)\//u.test(path)) searchBytes += content.length
    files.set(path.slice(folder.length + 1), createHash('sha1').update(content).digest('base64'))
  }
  return { files, bytes, pages, searchBytes }
}

export interface Changed {
  pages: string[]
  others: string[]
}

/** Files that a host has to be sent again, or that are new or gone. */
export function changedFiles(before: Snapshot, after: Snapshot): Changed {
  const paths = new Set([...before.files.keys(), ...after.files.keys()])
  const changed = [...paths]
    .filter((path) => before.files.get(path) !== after.files.get(path))
    .sort()
  const isPage = (path: string): boolean => path.endsWith('.html')
  return { pages: changed.filter(isPage), others: changed.filter((path) => !isPage(path)) }
}
