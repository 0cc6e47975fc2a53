import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { Digests } from '../../src/content/digest.ts'
import { lookAt } from './look.ts'
import { readSealed, writeSealed } from './sealed.ts'
import type { Build } from './step.ts'

/** The name under which a page is kept, and the file its own body stands in, as that was then. */
interface Known {
  key: string
  file?: string
  of?: string
}

interface Kept {
  around: string
  pages: Map<string, Known>
}

/**
 * Names of the pages of the last build. While everything that pages may show of each other stays as it
 * was, a page whose own body stays too is the same page, and need not be prepared to see that.
 */
export class PageKeys {
  private readonly file: string
  private readonly around: string
  private readonly digests: Digests
  private readonly last: ReadonlyMap<string, Known>
  private readonly pages = new Map<string, Known>()

  /** `setting` is what stands around all pages: the program, its assets, the chrome, the handbook. */
  constructor(
    private readonly build: Pick<Build, 'library' | 'digests' | 'cache' | 'program'>,
    setting: string,
  ) {
    this.file = join(build.cache, 'page-keys')
    this.digests = build.digests
    this.around = hash('sha256', setting + JSON.stringify([...outwardParts(build)]))
    // The seal holds the version, so what is read was written by this very class.
    const kept = readSealed(this.file, build.program) as Kept | undefined
    this.last = kept?.around === this.around ? kept.pages : new Map()
  }

  /** The name of a page that cannot have changed; undefined when it has to be prepared to find out. */
  known(path: string): string | undefined {
    const known = this.last.get(path)
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
    const { around, pages } = this
    writeSealed(this.file, this.build.program, { around, pages } satisfies Kept)
  }
}

/** All that a page may show of what is not its own body. */
function* outwardParts({
  library,
  digests,
}: Pick<Build, 'library' | 'digests'>): Generator<unknown> {
  yield library.site
  for (const { file } of library.entries) yield [file, digests.get(file)?.surface]
  for (const { file, data } of library.sources.values()) yield [file, data]
  // Pages show a document's checksum, and its bytes are not read to see whether it is the same.
  for (const { path, absolute, width, height } of library.media.values())
    yield [...lookAt(absolute, path), width, height]
  for (const { path, text } of library.captions.values()) yield [path, text]
  for (const { file, data } of library.storyboards.values()) yield [file, data]
}
