import { checkLibrary } from '../src/check/check.ts'
import type { Checker } from '../src/check/check.ts'
import type { Digests } from '../src/content/digest.ts'
import type { PortalFiles } from '../src/content/files.ts'
import { sortIssues } from '../src/model/issue.ts'
import { KeptDigests } from './build/kept-digests.ts'
import { openInThreads } from './build/open-in-threads.ts'
import { covers, partsOf } from './build/check-scope.ts'
import { Pool } from './build/pool.ts'
import { readContent } from './build/read-content.ts'

/**
 * Checks portals of any size: what earlier runs read is not read again, and a portal that is large is
 * shared out among threads. `version` names the program; without one nothing is kept.
 */
export class ThreadedChecker implements Checker {
  private readonly pool = new Pool()
  private readonly kept: KeptDigests
  private opened: { files: PortalFiles; digests: Digests } | undefined

  constructor(root: string, version: string | undefined) {
    this.kept = new KeptDigests({ root, version, depth: 'front matter' })
  }

  read: Checker['read'] = async (files) => {
    const { library, digests } = await readContent(files, this.kept, { pool: this.pool })
    this.opened = { files, digests }
    return library
  }

  issues: Checker['issues'] = async (library, scope) => {
    const [own, ...others] = partsOf(library, this.pool)
    if (!this.opened || !own || scope.covers || others.length === 0)
      return checkLibrary(library, scope)
    const { today, rules } = scope
    openInThreads(this.pool, this.opened)
    const elsewhere = others.map((part) =>
      this.pool.run('check', { today, scope: { ...part, rules } }),
    )
    const here = checkLibrary(library, { ...scope, covers: covers(own) })
    return sortIssues([here, ...(await Promise.all(elsewhere))].flat())
  }

  close(): Promise<void> {
    return this.pool.close()
  }
}
