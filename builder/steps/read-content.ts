import { memoryOf } from '../../src/content/digest.ts'
import type { DigestDepth, Digests } from '../../src/content/digest.ts'
import type { PortalFiles } from '../../src/content/files.ts'
import { buildLibrary } from '../../src/content/library.ts'
import type { Library, LibraryOptions } from '../../src/content/library.ts'
import { handbookAddresses } from '../handbook.ts'
import type { DigestCache } from './digest-cache.ts'
import type { Pool } from '../threads/pool.ts'

interface Content {
  library: Library
  digests: Digests
  /** Files, and how many of them were not parsed again. */
  count: number
  unit: string
  reused: number
}

/** The library, parsing only files that changed since the last run. */
export async function readContent(
  files: PortalFiles,
  kept: DigestCache,
  { pool, depth, ...options }: { pool: Pool; depth?: DigestDepth } & Omit<LibraryOptions, 'memory'>,
): Promise<Content> {
  const { digests, made } = await kept.of(files, { pool, depth })
  const library = buildLibrary(files, {
    ...options,
    handbook: handbookAddresses(),
    memory: memoryOf(files, digests),
  })
  const count = files.entries.length + files.seeds.length
  return { library, digests, count, unit: '个文件', reused: count - made }
}
