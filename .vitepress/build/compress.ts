import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { compressible } from '../../src/publish/policy.ts'
import { filesBelow } from '../../src/release/manifest.ts'
import type { Step } from './step.ts'

const packings = [
  { ending: 'gz', pack: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }) },
  {
    ending: 'br',
    pack: (bytes: Buffer) =>
      promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  },
]

/** Below this a packed file saves no network packet. */
const smallest = 256
/** Files packed at a time: Node packs in four threads. */
const batch = 8

/** `.gz` and `.br` beside every text, for hosts that send them as they are; only where they are smaller. */
export const compress: Step = {
  name: '预先压缩',
  async run({ options, folder, write }) {
    if (!options.compress) return { count: 0, unit: '个文件' }
    const paths = filesBelow(folder).filter((path) => {
      const ending = path.split('.').at(-1) ?? ''
      return compressible.includes(ending) && !path.startsWith('_')
    })
    let count = 0
    const packOne = async (path: string): Promise<void> => {
      const bytes = readFileSync(join(folder, path))
      if (bytes.length < smallest) return
      for (const { ending, pack } of packings) {
        const packed = await pack(bytes)
        if (packed.length >= bytes.length) continue
        write(`${path}.${ending}`, packed)
        count++
      }
    }
    for (let at = 0; at < paths.length; at += batch)
      await Promise.all(paths.slice(at, at + batch).map(packOne))
    return { count, unit: '个文件' }
  },
}
