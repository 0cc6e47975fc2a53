import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { isServed } from '../../src/publish/file-kinds.ts'
import { compressible } from '../../src/publish/policy.ts'
import type { FileRecord } from '../../src/release/manifest.ts'
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
  async run({ options, output }) {
    if (!options.compress) return { count: 0, unit: '个文件' }
    const texts = output.list().filter(({ path, bytes }) => {
      const ending = path.split('.').at(-1) ?? ''
      return compressible.includes(ending) && isServed(`/${path}`) && bytes >= smallest
    })
    let count = 0
    let reused = 0
    const packOne = async ({ path }: FileRecord): Promise<void> => {
      for (const { ending, pack } of packings) {
        const beside = `${path}.${ending}`
        if (output.keepWith(path, beside)) reused++
        else {
          const bytes = output.read(path)
          const packed = await pack(bytes)
          if (packed.length >= bytes.length) continue
          output.write(beside, packed)
        }
        count++
      }
    }
    for (let at = 0; at < texts.length; at += batch)
      await Promise.all(texts.slice(at, at + batch).map(packOne))
    return { count, unit: '个文件', reused }
  },
}
