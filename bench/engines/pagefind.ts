/** Pagefind with its Chinese segmentation, its own browser code run over a local server. */
import { createServer, type Server } from 'node:http'
import { copyFile, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { createIndex, close } from 'pagefind'
import type { CorpusDocument } from '../corpus.ts'
import type { BuiltEngine, Engine, Session } from './engine.ts'

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function pageOf({ title, text }: CorpusDocument): string {
  const paragraphs = text.split(/\n+/u).map((paragraph) => `<p>${escape(paragraph)}</p>`)
  return `<html lang="zh"><head><title>${escape(title)}</title></head><body><h1>${escape(title)}</h1>${paragraphs.join('')}</body></html>`
}

async function writeIndex(documents: CorpusDocument[], folder: string): Promise<void> {
  const { index } = await createIndex({ forceLanguage: 'zh' })
  if (!index) throw new Error('pagefind did not start')
  for (const document of documents)
    await index.addHTMLFile({ url: `/${document.id}.html`, content: pageOf(document) })
  await index.writeFiles({ outputPath: folder })
  await close()
}

interface Traffic {
  bytes: number
  seen: Set<string>
}

/** Serves the index and counts each file once; most are compressed already. */
async function serve(
  folder: string,
  traffic: () => Traffic,
): Promise<{ server: Server; url: string }> {
  const sizes = new Map<string, number>()
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    void readFile(join(folder, path)).then(
      (bytes) => {
        const { seen } = traffic()
        const size = sizes.get(path) ?? Math.min(bytes.length, brotliCompressSync(bytes).length)
        sizes.set(path, size)
        if (!seen.has(path)) traffic().bytes += size
        seen.add(path)
        response.end(bytes)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { server, url: `http://127.0.0.1:${port}/` }
}

interface PagefindModule {
  options(options: { basePath: string; baseUrl: string }): Promise<void>
  init(): Promise<void>
  search(query: string): Promise<{ results: { id: string; data(): Promise<{ url: string }> }[] }>
}

/** A copy of its own, because a module's cache would outlive the visit. */
async function load(folder: string, url: string, copy: number): Promise<PagefindModule> {
  const file = join(folder, `pagefind-copy-${copy}.js`)
  await copyFile(join(folder, 'pagefind.js'), file)
  // Pagefind ships no types for its browser code.
  const module = (await import(pathToFileURL(file).href)) as PagefindModule
  await module.options({ basePath: url, baseUrl: '/' })
  await module.init()
  return module
}

const idOf = (url: string): string => /d\d+/u.exec(url)?.[0] ?? url

export const pagefind: Engine = {
  name: 'Pagefind',
  async build(documents): Promise<BuiltEngine> {
    const folder = await mkdtemp(join(tmpdir(), 'pagefind-'))
    await writeIndex(documents, folder)
    let traffic: Traffic = { bytes: 0, seen: new Set() }
    const { server, url } = await serve(folder, () => traffic)
    const code = brotliCompressSync(await readFile(join(folder, 'pagefind.js'))).length
    const files = await readdir(folder, { recursive: true })
    const sizes = await Promise.all(
      files.map(async (file) => (await stat(join(folder, file))).size),
    )
    // Its browser code asks the page for its language.
    const page = { currentScript: null, querySelector: () => ({ getAttribute: () => 'zh' }) }
    Object.assign(globalThis, { document: page })
    let copies = 0
    const pages = new Map<string, string>()
    const open = (): Session => {
      const mine: Traffic = { bytes: code, seen: new Set() }
      let loading: Promise<PagefindModule> | undefined
      return {
        async search(query, limit) {
          traffic = mine
          const module = await (loading ??= load(folder, url, copies++))
          const { results } = await module.search(query)
          const wanted = results.slice(0, limit).map(async ({ id, data }, rank) => {
            // Past the first page only the id is wanted, so a known address is not fetched again.
            const known = rank < 10 ? undefined : pages.get(id)
            const page = known ?? idOf((await data()).url)
            pages.set(id, page)
            return page
          })
          return Promise.all(wanted)
        },
        bytes: () => mine.bytes,
      }
    }
    const close = (): void => {
      server.close()
      void rm(folder, { recursive: true, force: true })
    }
    return { indexBytes: sizes.reduce((sum, size) => sum + size, 0), open, close }
  },
}
