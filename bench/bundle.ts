/** Bundles the browser half as a worker and measures its chunks, brotli. */
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { rolldown } from 'rolldown'

export interface BundleSizes {
  /** Loaded with the worker. */
  worker: number
  /** Loaded when nothing was found: pinyin and slips. */
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
  const size = (name: string): number =>
    output
      .filter((chunk) => chunk.type === 'chunk' && chunk.name === name)
      .reduce(
        (sum, chunk) => sum + (chunk.type === 'chunk' ? brotliCompressSync(chunk.code).length : 0),
        0,
      )
  return {
    worker: size('worker'),
    mend: size('mend'),
    suggest: size('suggest'),
    fuzzy: size('fuzzy'),
  }
}
