import type { Digests } from '../../src/content/digest.ts'
import type { Memo } from '../memo/memo.ts'
import type { Build } from './step.ts'

/** The name under which a page is kept, and the files its texts stand in, as they were then. */
interface Known {
  key: string
  texts: { file: string; of?: string }[]
}

/**
 * Names of the pages of the last build. While everything that pages may show of each other stays as it
 * was, there are the same pages; and one whose own body stays too is the same page, and need not be
 * prepared to see that.
 */
export class PageKeys {
  private readonly memo: Memo
  private readonly of: unknown
  private readonly digests: Digests
  private readonly last: ReadonlyMap<string, Known> | undefined
  private readonly pages = new Map<string, Known>()

  /** `setting` is what stands around all pages. */
  constructor({ outward, digests, memo, options }: Build, setting: string) {
    this.memo = memo
    this.digests = digests
    this.of = [setting, outward.name, options.shard ?? null]
    this.last = memo.recall('page-keys', this.of)
  }

  /** The pages there are, in their order; undefined when they may be others than last time. */
  paths(): string[] | undefined {
    return this.last && [...this.last.keys()]
  }

  /** The name of a page that cannot have changed; undefined when it has to be prepared to find out. */
  known(path: string): string | undefined {
    const known = this.last?.get(path)
    if (!known?.texts.every(({ file, of }) => this.digests.get(file)?.of === of)) return undefined
    this.pages.set(path, known)
    return known.key
  }

  /** From now on a page has this name; `files` hold its texts. */
  note(path: string, key: string, files: readonly string[] = []): void {
    const texts = files.map((file) => ({ file, of: this.digests.get(file)?.of }))
    this.pages.set(path, { key, texts })
  }

  /** Keep the names for the next build. */
  close(): void {
    this.memo.keep('page-keys', this.pages, this.of)
  }
}
