import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, manifestFile } from '../release/manifest.ts'

/** What systems leave in any folder that somebody looked into. */
const droppings = /^(\.DS_Store|Thumbs\.db|desktop\.ini|lost\+found)$/i

/** Names in a folder, but for what systems leave there; none when there is no such folder. */
export function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => !droppings.test(name))
    .sort()
}

/** Whether a folder is an output of a build, whole or a shard: only a build leaves such a list there. */
export function isOutput(folder: string): boolean {
  return listedIn(folder) !== undefined || isShard(folder)
}

/**
 * Files of an output that no build of ours put there. Packed copies of its files are no strangers: they
 * can be made again from what they pack.
 */
export function strangersIn(folder: string): string[] {
  const listed = listedIn(folder)
  const files = filesBelow(folder)
  if (!listed) return files.filter((path) => /(^|\/)\.git(\/|$)/.test(path))
  const isOurs = (path: string) =>
    path === manifestFile || listed.has(path) || listed.has(path.replace(/\.(gz|br|zst)$/, ''))
  return files.filter((path) => !isOurs(path) && !droppings.test(path.replace(/^.*\//, '')))
}

function isShard(folder: string): boolean {
  const note = fields(join(folder, 'shard.json'))
  return typeof note?.['index'] === 'number' && Array.isArray(note['origins'])
}

/** Paths that the manifest of an output lists; undefined where there is none. */
function listedIn(folder: string): Set<string> | undefined {
  const files = fields(join(folder, manifestFile))?.['files']
  if (!Array.isArray(files)) return undefined
  // Only the paths matter here, and an output may have tens of thousands of them.
  return new Set((files as { path: string }[]).map(({ path }) => path))
}

/** Whether releases stand below a folder: `releases/` with what is written down of each. */
export function isReleaseStore(folder: string): boolean {
  const names = namesIn(join(folder, 'releases'))
  const isNote = /^(serving|store\.json|\d{8}T\d{6}Z-[^.]+\.json)$/
  return names.some((name) => isNote.test(name)) || isBegunStore(folder, names)
}

/** A first release that was interrupted leaves nothing but its own folder. */
function isBegunStore(folder: string, releases: readonly string[]): boolean {
  const others = namesIn(folder).filter((name) => name !== 'releases')
  return existsSync(join(folder, 'releases')) && releases.length === 0 && others.length === 0
}

/** Whether entries can be written below a folder: a portal, or what an import wrote before. */
export function isPortal(folder: string): boolean {
  const names = namesIn(folder)
  const imported = ['content', 'seeds', 'imports']
  return (
    names.includes('site.yaml') ||
    names.includes('content') ||
    names.every((name) => imported.includes(name))
  )
}

/** Whether a file is a report on the edition, as `npm run report` writes it. */
export function isReport(file: string): boolean {
  const head = Buffer.alloc(8192)
  const handle = openSync(file, 'r')
  try {
    const text = head.toString('utf8', 0, readSync(handle, head))
    return /^# .*内容报告$/m.test(text) || /<title>[^<]*内容报告<\/title>/.test(text)
  } finally {
    closeSync(handle)
  }
}

function fields(file: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
