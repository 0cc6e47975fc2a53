import { checkLibrary, concludeCheck } from '../src/check/check.ts'
import type { Checker } from '../src/check/check.ts'
import { completeDigests } from '../src/content/digest.ts'
import type { Digests } from '../src/content/digest.ts'
import type { PortalFiles } from '../src/content/files.ts'
import { filesToInspect } from '../src/rules/engine/run.ts'
import { inspectAll } from './steps/issues.ts'
import { DigestCache } from './steps/digest-cache.ts'
import { Pool } from './threads/pool.ts'
import { readContent } from './steps/read-content.ts'

/** Files from which on checking in threads is faster than not starting any. */
const worthThreads = 2000

/**
 * Checks portals of any size: what earlier runs read is not read again, and a portal that is large is
 * shared out among threads. `version` names the program; without one nothing is kept.
 */
export class ThreadedChecker implements Checker {
  private readonly pool = new Pool()
  private readonly kept: DigestCache
  private opened: { files: PortalFiles; digests: Digests } | undefined

  constructor(root: string, version: string | undefined) {
    this.kept = new DigestCache({ root, version })
  }

  read: Checker['read'] = async (files) => {
    const { pool } = this
    const isLarge = files.entries.length + files.seeds.length >= worthThreads
    // The rules parse bodies anyway: it is done beforehand only where threads can do it.
    const depth = isLarge ? 'whole' : 'front matter'
    const { library, digests } = await readContent(files, this.kept, { pool, depth })
    this.opened = { files, digests }
    return library
  }

  issues: Checker['issues'] = async (library, scope) => {
    if (!this.opened || scope.covers) return checkLibrary(library, scope)
    const files = filesToInspect(library)
    if (files.length < worthThreads) {
      const issues = checkLibrary(library, scope)
      completeDigests(this.opened.digests, library.entries)
      return issues
    }
    const { today, rules } = scope
    const { pool } = this
    pool.open(library, this.opened)
    const [found, whole] = await pool.until(inspectAll({ pool, library, files }, { today, rules }))
    return concludeCheck(library, [...[...found.values()].flat(), ...whole], scope)
  }

  /** Keep what was read for the next run, and end. */
  close(): Promise<void> {
    if (this.opened) this.kept.keep(this.opened.digests)
    return this.pool.close()
  }
}
