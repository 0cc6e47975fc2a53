/** Pagefind with its Chinese segmentation, its own browser code run over its files. */
import { rmSync } from 'node:fs'
import { copyFile, mkdtemp, readFile, readdir, stat } from 'node:fs/promises'
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

const address = 'http://bench.invalid/'

/** Answers Pagefind's fetches from the folder and counts each file once; most are compressed. */
function serve(folder: string, traffic: () => Traffic): void {
  const sizes = new Map<string, number>()
  globalThis.fetch = async (input) => {
    const path = new URL(String(input)).pathname
    const bytes = await readFile(join(folder, path))
    const size = sizes.get(path) ?? Math.min(bytes.length, brotliCompressSync(bytes).length)
    sizes.set(path, size)
    const { seen } = traffic()
    if (!seen.has(path)) traffic().bytes += size
    seen.add(path)
    return new Response(bytes)
  }
}

interface PagefindModule {
  options(options: { basePath: string; baseUrl: string }): Promise<void>
  init(): Promise<void>
  search(query: string): Promise<{ results: { id: string; data(): Promise<{ url: string }> }[] }>
}

/** A copy of its own, because a module's cache would outlive the visit. */
async function load(folder: string, copy: number): Promise<PagefindModule> {
  const file = join(folder, `pagefind-copy-${copy}.js`)
  await copyFile(join(folder, 'pagefind.js'), file)
  // Pagefind ships no types for its browser code.
  const module = (await import(pathToFileURL(file).href)) as PagefindModule
  await module.options({ basePath: address, baseUrl: '/' })
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
    serve(folder, () => traffic)
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
          const module = await (loading ??= load(folder, copies++))
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
      // The process ends right after, so nothing may be left to a later turn.
      rmSync(folder, { recursive: true, force: true })
    }
    return { indexBytes: sizes.reduce((sum, size) => sum + size, 0), open, close }
  },
}
