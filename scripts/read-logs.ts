import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { portalRoot } from '../builder/folders.ts'
import { readHandbook } from '../builder/handbook.ts'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import { readLogLine } from '../src/overview/access-log.ts'
import type { Table } from '../src/overview/edition.ts'
import { Visits, visitTables } from '../src/overview/visits.ts'
import { sitePages } from '../src/pages/site-map.ts'
import { createSearcher } from '../src/search/query.ts'

/** What a portal's readers asked for, from its host's access logs; packed ones are unpacked as they are read. */
interface LogReport {
  name: string
  tables: Table[]
  /** Lines that were read, and lines that are no request of any known form. */
  lines: number
  unread: number
}

/** Read logs line by line, however large; `dist` is the built portal whose index searches are tried in. */
export async function readLogs(files: readonly string[], dist: string): Promise<LogReport> {
  const { PORTAL_BASE: base, PORTAL_URL: url } = process.env
  const library = buildLibrary(readPortal(portalRoot()), { base, url })
  const visits = new Visits(library.site.base)
  let [lines, unread] = [0, 0]
  for (const file of files)
    for await (const line of createInterface({ input: opened(file), crlfDelay: Infinity })) {
      if (line.trim() === '') continue
      lines++
      const request = readLogLine(line)
      if (request) visits.add(request)
      else unread++
    }
  const pages = sitePages(library, { handbook: readHandbook() })
  const titles = new Map(pages.map(({ path, title }) => [`${path}.html`, title]))
  const tables = await visitTables(visits, { titles, ...searchIn(dist) })
  return { name: library.site.name, tables, lines, unread }
}

function opened(file: string): NodeJS.ReadableStream {
  const bytes = createReadStream(file)
  return file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
}

function searchIn(dist: string): { hitsOf?: (words: string) => Promise<number> } {
  if (!existsSync(join(dist, 'search/manifest.json'))) return {}
  const { search } = createSearcher({ fetchFile: (name) => readFile(join(dist, name)) })
  return { hitsOf: async (words) => (await search(words, { limit: 1 })).total }
}
