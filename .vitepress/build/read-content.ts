import { join } from 'node:path'
import { digestFile, memoryOf, undigested } from '../../src/content/digest.ts'
import type { Digests } from '../../src/content/digest.ts'
import type { PortalFiles } from '../../src/content/files.ts'
import { buildLibrary } from '../../src/content/library.ts'
import type { Library } from '../../src/content/library.ts'
import type { Pool } from './pool.ts'
import { readSealed, writeSealed } from './sealed.ts'

/** Files that are read faster here than a thread is started. */
const few = 40
/** Files a thread is handed at a time. */
const batch = 100

export interface Content {
  library: Library
  digests: Digests
  /** Files, and how many of them were not parsed again. */
  count: number
  unit: string
  reused: number
}

/** The library, parsing only files that changed since the last build. */
export async function readContent(
  files: PortalFiles,
  {
    base,
    url,
    cache,
    program,
    pool,
  }: { base?: string; url?: string; cache: string; program: string; pool: Pool },
): Promise<Content> {
  const store = join(cache, 'digests')
  // The seal holds the version, so what is read was written by this very function.
  const known = (readSealed(store, program) ?? new Map()) as Digests
  const missing = undigested(files, known)
  const made = new Map(
    missing.length <= few ? missing.map((file) => [file.path, digestFile(file)]) : [],
  )
  if (missing.length > few) {
    const batches = Array.from({ length: Math.ceil(missing.length / batch) }, (_, index) =>
      pool.run('digest', missing.slice(index * batch, (index + 1) * batch)),
    )
    for (const digested of await Promise.all(batches))
      for (const [path, digest] of digested) made.set(path, digest)
  }
  const all = [...files.entries, ...files.seeds]
  const digests: Digests = new Map(
    all.flatMap(({ path }) => {
      const digest = made.get(path) ?? known.get(path)
      return digest ? [[path, digest]] : []
    }),
  )
  if (made.size > 0 || known.size !== digests.size) writeSealed(store, program, digests)
  const memory = memoryOf(files, digests)
  const library = buildLibrary(files, { base, url, memory })
  return {
    library,
    digests,
    count: all.length,
    unit: '个文件',
    reused: all.length - missing.length,
  }
}
