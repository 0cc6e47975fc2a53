import { hash } from 'node:crypto'
import { readPortal } from '../../src/content/files.ts'
import { buildLibrary } from '../../src/content/library.ts'
import type { Library } from '../../src/content/library.ts'
import { newMemory } from '../../src/content/memory.ts'
import { brokenPages } from '../../src/pages/broken.ts'
import type { Handbook } from '../../src/pages/handbook.ts'
import { sitePages } from '../../src/pages/site-map.ts'
import type { Page } from '../../src/pages/page.ts'
import { handbookAddresses, readHandbook } from '../handbook.ts'
import type { Shell } from '../shell/open-shell.ts'
import { headsOf } from '../steps/page-head.ts'
import { chromesOf, doPageJob, jobOf, withoutBodies } from '../steps/page-job.ts'
import type { Chromes, RenderPage } from '../steps/page-job.ts'

/** The portal as it was read once, with drafts, and with a page for each file that cannot be read. */
export interface Reading {
  library: Library
  /** The same without the words of bodies: what pages may show of each other. */
  light: Library
  handbook: Handbook
  /** By path without `.html`. */
  pages: ReadonlyMap<string, Page>
  /** The head of a page. */
  head: ReturnType<typeof headsOf>
  chromes: Chromes
  /** Another one with each reading. */
  revision: number
}

/** A page as the build would write it. */
interface BuiltPage {
  bytes: Buffer
  /** SHA-256. */
  hash: string
}

/** The portal an editor works on: read anew after a change, its pages rendered as they are asked for. */
export class LivePortal {
  readonly base: string
  private readonly memory = newMemory()
  private reading: Reading | undefined
  private readings = 0

  constructor(readonly root: string) {
    this.base = this.current().library.site.base
  }

  /** Something on the disk changed: the next question reads it anew, files that are the same excepted. */
  touch(): void {
    this.reading = undefined
  }

  current(): Reading {
    return (this.reading ??= this.read())
  }

  /** The page at a path without `.html`, by the steps of a build; undefined where there is none. */
  async render(path: string, { assets, renderer }: Shell): Promise<BuiltPage | undefined> {
    const { library, pages, head, chromes } = this.current()
    const page = pages.get(path)
    if (!page) return undefined
    const { renderPage } = (await import(renderer)) as { renderPage: RenderPage } // bundled with the shell
    const job = jobOf(library, page, head(page))
    const bytes = await doPageJob(job, { chromes, assets, renderPage })
    return { bytes, hash: hash('sha256', bytes) }
  }

  private read(): Reading {
    const { PORTAL_BASE: base, PORTAL_URL: url } = process.env
    const { memory, root } = this
    const handbook = readHandbook()
    const library = buildLibrary(readPortal(root), {
      ...{ base, url, memory },
      handbook: handbookAddresses(),
    })
    const light = withoutBodies(library)
    const broken = brokenPages(library).map((page): Page => ({
      ...page,
      view: () => ({ template: 'page', props: page.view() }),
    }))
    const pages = [...sitePages(light, { handbook, drafts: true }), ...broken]
    return {
      library,
      light,
      handbook,
      pages: new Map(pages.map((page) => [page.path, page])),
      head: headsOf(light),
      chromes: chromesOf(library),
      revision: ++this.readings,
    }
  }
}
