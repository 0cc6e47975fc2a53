import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** Files without words: pictures, films, fonts, programs. */
const wordless =
  /\.(png|jpe?g|webp|avif|gif|svg|ico|mp4|m4a|webm|mp3|woff2?|js|css|wasm)(\.(gz|br))?$/

/** A packed copy stands beside what it packs. */
export const packed = /\.(gz|br)$/

/** Text of a file, unpacked; undefined of one that has no words, or that cannot be read. */
export function textOf(folder: string, path: string): string | undefined {
  if (wordless.test(path)) return undefined
  try {
    const bytes = readFileSync(join(folder, path))
    if (path.endsWith('.gz')) return gunzipSync(bytes).toString('utf8')
    if (path.endsWith('.br')) return brotliDecompressSync(bytes).toString('utf8')
    return bytes.toString('utf8')
  } catch {
    return undefined
  }
}

/** The page whose words a file of the search index holds; undefined of any other file. */
export function pageOfPiece(path: string, text: string): string | undefined {
  if (!/^search\/t-[^/]+\.json$/.test(path)) return undefined
  return /^\["\/([^"]+)"/.exec(text)?.[1]
}

/** What a page itself says to readers, without its markup and what stands around it on every page. */
export function mainOf(page: string): string {
  const title = /<title>[^<]*<\/title>/.exec(page)?.[0] ?? ''
  const main = /<main[\s>][\s\S]*<\/main>/.exec(page)?.[0] ?? page
  const described = page.match(/<meta [^>]*(description|title)"[^>]*>/g) ?? []
  return [title, ...described, main].join('\n').replace(/<[^>]*>/g, (tag) => {
    const spoken = [...tag.matchAll(/ (?:alt|title|content|aria-label)="([^"]*)"/g)]
    return `<${spoken.map(([, value]) => value).join('<')}>`
  })
}

/** Title and text of a file of the search index, without addresses and places in the page. */
export function wordsOfPiece(text: string): { title: string; texts: string[] } {
  const row: unknown = JSON.parse(text)
  const [, title = ''] = Array.isArray(row) ? row.map(String) : []
  const strings = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inner = '']) => inner)
  return { title, texts: strings.filter((one) => !/^\/|^[\w-]*$/.test(one)) }
}
