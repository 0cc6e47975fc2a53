import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { Digests } from '../../src/content/digest.ts'
import { readSealed, writeSealed } from './sealed.ts'
import type { Build } from './step.ts'

/** The name under which a page is kept, and the file its own body stands in, as that was then. */
interface Known {
  key: string
  file?: string
  of?: string
}

/**
 * Names of the pages of the last build. While everything that pages may show of each other stays as it
 * was, there are the same pages; and one whose own body stays too is the same page, and need not be
 * prepared to see that.
 */
export class PageKeys {
  private readonly file: string
  private readonly version: string
  private readonly digests: Digests
  private readonly last: ReadonlyMap<string, Known> | undefined
  private readonly pages = new Map<string, Known>()

  /** `setting` is what stands around all pages. */
  constructor({ outward, digests, cache, program, options }: Build, setting: string) {
    this.file = join(cache, 'page-keys')
    this.digests = digests
    this.version = hash(
      'sha256',
      JSON.stringify([program, setting, outward.name, options.shard ?? null]),
    )
    // The seal holds all they depend on, so what is read was written by this very class.
    this.last = readSealed(this.file, this.version) as Map<string, Known> | undefined
  }

  /** The pages there are, in their order; undefined when they may be others than last time. */
  paths(): string[] | undefined {
    return this.last && [...this.last.keys()]
  }

  /** The name of a page that cannot have changed; undefined when it has to be prepared to find out. */
  known(path: string): string | undefined {
    const known = this.last?.get(path)
    if (!known || (known.file !== undefined && this.digests.get(known.file)?.of !== known.of))
      return undefined
    this.pages.set(path, known)
    return known.key
  }

  /** From now on a page has this name; `file` holds its body. */
  note(path: string, key: string, file?: string): void {
    this.pages.set(
      path,
      file === undefined ? { key } : { key, file, of: this.digests.get(file)?.of },
    )
  }

  /** Keep the names for the next build. */
  close(): void {
    writeSealed(this.file, this.version, this.pages)
  }
}
