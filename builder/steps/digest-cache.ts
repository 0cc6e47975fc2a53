import { hash, randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { digestFile, undigested } from '../../src/content/digest.ts'
import type { Digest, DigestDepth, Digests } from '../../src/content/digest.ts'
import type { PortalFiles, TextFile } from '../../src/content/files.ts'
import { grouped } from '../threads/pool.ts'
import type { Pool } from '../threads/pool.ts'
import { Memo } from '../memo/memo.ts'
import { serializeText } from '../threads/serialized-files.ts'
import { cacheFolder } from '../folders.ts'

/** So many files are read here for less than it takes other threads to learn how, by depth. */
const readHere: Record<DigestDepth, number> = { whole: 2000, 'front matter': 4000 }
/** So few files are not worth keeping. */
const fewest = 40
/** Files a thread is handed at a time. */
const group = 50
/** While no greater share of all has changed since they were last written, only that is written. */
const mostSince = 0.05

/** Digests as they were last written all together. */
interface Base {
  /** Another one each time. */
  id: string
  digests: Digests
}

interface DigestOptions {
  /** Folder of the portal. */
  root: string
  /** Names the program; without one nothing is kept. */
  version: string | undefined
  /** Read everything again, whatever was kept. */
  force?: boolean
}

/** What files of a portal were read into, kept from run to run; only what changed since is read again. */
export class DigestCache {
  private known: Digests | undefined
  private base: Base | undefined
  private isNew = false

  private readonly memo: Memo
  private readonly name: string

  constructor(private readonly options: DigestOptions) {
    this.memo = new Memo(cacheFolder('digests'), options.version)
    this.name = hash('sha256', resolve(options.root)).slice(0, 16)
  }

  /** Digests of these files, and how many of them had to be made. */
  async of(
    files: PortalFiles,
    { pool, depth = 'whole' }: { pool: Pool; depth?: DigestDepth },
  ): Promise<{ digests: Digests; made: number }> {
    this.known ??= this.kept()
    const known = this.known
    const missing = undigested(files, known, depth)
    const made = new Map(await digest(missing, depth, pool))
    const digests: Digests = new Map(
      [...files.entries, ...files.seeds].flatMap(({ path }) => {
        const found = made.get(path) ?? known.get(path)
        return found ? [[path, found]] : []
      }),
    )
    this.isNew ||= made.size > 0 || known.size !== digests.size
    this.known = digests
    return { digests, made: made.size }
  }

  /** Keep these for the next run, when they are not what it would find anyway. */
  keep(digests: Digests): void {
    if (!this.isNew || digests.size < fewest) return
    const { base, memo, name } = this
    const since = new Map([...digests].filter(([path, one]) => base?.digests.get(path) !== one))
    try {
      if (base && since.size <= base.digests.size * mostSince)
        memo.keep(`${name}.since`, since, base.id)
      else memo.keep(name, { id: randomUUID(), digests } satisfies Base)
    } catch {
      // Where nothing can be written the next run reads everything again, and that is all.
    }
  }

  private kept(): Digests {
    const { memo, name } = this
    this.base = this.options.force ? undefined : memo.recall<Base>(name)
    if (!this.base) return new Map()
    // What has changed since the base was written.
    const since = memo.recall<Digests>(`${name}.since`, this.base.id)
    return new Map([...this.base.digests, ...(since ?? [])])
  }
}

async function digest(
  missing: readonly TextFile[],
  depth: DigestDepth,
  pool: Pool,
): Promise<[string, Digest][]> {
  if (missing.length <= readHere[depth])
    return missing.map((file) => [file.path, digestFile(file, depth)])
  const asked = grouped(missing.map(serializeText), group).map((files) =>
    pool.run('digest', { files, depth }),
  )
  return (await pool.until(Promise.all(asked))).flat()
}
