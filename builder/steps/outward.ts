import { hash } from 'node:crypto'
import { hashOf } from '../../src/content/digest.ts'
import type { Digests } from '../../src/content/digest.ts'
import type { Library } from '../../src/content/library.ts'
import { entryPages } from '../../src/pages/entry-pages.ts'
import { sitePages } from '../../src/pages/site-map.ts'
import type { Page } from '../../src/pages/page.ts'
import { entryOfPage } from '../../src/publish/published.ts'
import { readHandbook } from '../handbook.ts'
import { stampOf } from '../memo/file-stamp.ts'
import { withoutBodies } from './page-job.ts'

/**
 * The portal as its pages see each other: everything but the words of bodies. Its name stays while only
 * bodies are edited, and with it all that is made of nothing else; what it holds is made when asked for.
 */
export class Outward {
  readonly name: string
  readonly handbook = readHandbook()
  private light: Library | undefined
  private all: Map<string, Page> | undefined
  private single: ReturnType<typeof entryPages> | undefined

  constructor(
    private readonly whole: Library,
    digests: Digests,
  ) {
    const parts = [this.handbook, ...outwardParts(whole, digests)]
    this.name = hash('sha256', JSON.stringify(parts))
  }

  /** The library without bodies. */
  get library(): Library {
    return (this.light ??= withoutBodies(this.whole))
  }

  /** Every page there is, in path order. */
  get pages(): readonly Page[] {
    return [...this.byPath.values()]
  }

  /** The page at a path; an entry's is made without all others. */
  pageAt(path: string): Page | undefined {
    const entry = this.all ? undefined : entryOfPage(this.library, { path })
    if (!entry) return this.byPath.get(path)
    this.single ??= entryPages(this.library)
    return this.single(entry)
  }

  private get byPath(): Map<string, Page> {
    this.all ??= new Map(
      sitePages(this.library, { handbook: this.handbook }).map((page) => [page.path, page]),
    )
    return this.all
  }
}

function* outwardParts(library: Library, digests: Digests): Generator<unknown> {
  yield library.site
  for (const { file } of library.entries) yield [file, digests.get(file)?.surface]
  for (const { file, data } of library.sources.values()) yield [file, data]
  // Pages show a document's checksum, and its bytes are not read to see whether it is the same.
  for (const { path, absolute, width, height } of library.media.values())
    yield [...stampOf(absolute, path), width, height]
  for (const { path, text } of library.captions.values()) yield [path, text]
  for (const { file, data } of library.storyboards.values()) yield [file, data]
  // What a collected case says at length no page shows; the record names all of that.
  for (const { record } of library.collected) {
    const { id, name, address, collected, licence } = record
    const files = [...(library.collectedFolders.get(id) ?? [])]
    const lists = files.filter(([path]) => path !== 'portal.json' && !path.includes('/'))
    yield [{ id, name, address, collected, licence }, lists.map(([, file]) => hashOf(file))]
  }
}
