import type { Library } from '../../src/content/library.ts'
import { dealt } from './pool.ts'
import type { Pool } from './pool.ts'

/** Files to check: these only, or all but these. */
export interface CheckScope {
  files: ReadonlySet<string>
  leave?: boolean
  /** Rules to run; all of them when absent. */
  rules?: ReadonlySet<string>
}

/** Whether a scope holds a file. */
export function covers({ files, leave = false }: CheckScope): (file: string) => boolean {
  return (file) => files.has(file) !== leave
}

/** Files from which on checking in threads is faster than not starting any. */
const worthThreads = 2000

/** As many parts of a library as there are threads worth starting; the first holds what is neither entry nor source. */
export function partsOf({ entries, sources }: Library, { threads }: Pool): CheckScope[] {
  const paths = [...entries, ...sources.values()].map(({ file }) => file)
  const [, ...others] = dealt(paths, paths.length < worthThreads ? 1 : threads)
  return [
    { files: new Set(others.flat()), leave: true },
    ...others.map((part) => ({ files: new Set(part) })),
  ]
}
