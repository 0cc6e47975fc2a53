/** Bundles the browser half as a worker and measures its chunks, brotli. */
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { rolldown } from 'rolldown'

export interface BundleSizes {
  /** Loaded with the worker. */
  worker: number
  /** Loaded when exact search found little: soft coverage. */
  relax: number
  /** Loaded when letters stand nowhere, or nothing was found: pinyin and slips. */
  mend: number
  /** Loaded when still nothing was found. */
  suggest: number
  /** fuse.js. */
  fuzzy: number
}

const entry = fileURLToPath(new URL('./worker-entry.ts', import.meta.url))

export async function measureBundle(): Promise<BundleSizes> {
  const bundle = await rolldown({ input: { worker: entry }, platform: 'browser' })
  const { output } = await bundle.generate({ format: 'es', minify: true })
  await bundle.close()
  const chunks = output.filter((chunk) => chunk.type === 'chunk')
  /** A chunk with what it imports at once, by file. */
  const filesOf = (file: string): string[] => {
    const imports = chunks.find(({ fileName }) => fileName === file)?.imports ?? []
    return [file, ...imports.flatMap(filesOf)]
  }
  const filesOfName = (name: string): string[] =>
    filesOf(chunks.find((chunk) => chunk.name === name)?.fileName ?? '')
  const atOnce = new Set(filesOfName('worker'))
  const size = (files: Iterable<string>): number =>
    [...new Set(files)].reduce((sum, file) => {
      const chunk = chunks.find(({ fileName }) => fileName === file)
      return sum + (chunk ? brotliCompressSync(chunk.code).length : 0)
    }, 0)
  const later = (name: string): number =>
    size(filesOfName(name).filter((file) => !atOnce.has(file)))
  return {
    worker: size(atOnce),
    relax: later('relax'),
    mend: later('mend'),
    suggest: later('suggest'),
    fuzzy: later('fuzzy'),
  }
}
