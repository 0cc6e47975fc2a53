import { parse, join } from 'node:path'
import type { Entry, Library } from '../../src/content/library.ts'
import { outwardEntry } from '../../src/content/surface.ts'
import { doBodyWork } from '../../src/pages/body-work.ts'
import type { BodyWork, RenderedBody } from '../../src/pages/body-work.ts'
import { chromeOf } from '../../src/pages/chrome.ts'
import type { Chrome } from '../../src/pages/chrome.ts'
import { renderDocument } from '../../src/pages/document.ts'
import { bodyWorkOf } from '../../src/pages/render-body.ts'
import { sections } from '../../src/pages/sections.ts'
import type { Section } from '../../src/pages/sections.ts'
import type { Page, View } from '../../src/pages/page.ts'
import { loadedFor } from './page-head.ts'
import type { PageAssets, PageHead } from './page-head.ts'
import type { PortalPageData } from '../../.vitepress/theme/portal-page.ts'

/**
 * Everything one page is made from, as plain data: what its view holds, the head, and the body still
 * to be rendered. The same job makes the same bytes anywhere, so its hash is the page's name in the cache.
 */
export interface PageJob {
  path: string
  head: PageHead
  /** Which of the chromes stands around it. */
  section: Section | 'none' | 'bare'
  view: View
  body?: BodyWork
  /** The files whose texts it shows. */
  of?: readonly string[]
}

export type Chromes = Map<PageJob['section'], Chrome>
export type RenderPage = (page: PortalPageData) => Promise<string>

/** Stands where a body's HTML will be; no text of a page can hold it. */
const standIn = (entry: Entry) => `\0${entry.path}\0`

/** The same library as its pages see it: they leave bodies to be rendered elsewhere. */
export function withoutBodies(library: Library): Library {
  const entries = library.entries.map((entry) => outwardEntry(entry))
  const byPath = new Map(entries.map((entry) => [entry.path, entry]))
  return { ...library, entries, byPath, standIn }
}

/** The job of a page that was made of a library without bodies; `library` has them. */
export function jobOf(library: Library, page: Page, head: PageHead): PageJob {
  const view = page.view(library)
  const job: PageJob = {
    path: page.path,
    head,
    section: page.bare ? 'bare' : (page.section ?? 'none'),
    view,
    ...(page.texts ? { of: page.texts } : {}),
  }
  const entry = 'html' in view.props ? entryBehind(library, view.props.html) : undefined
  if (!entry) return job
  const body = bodyWorkOf(library, entry)
  entry.release()
  return { ...job, of: [entry.file], body }
}

function entryBehind(library: Library, html: string): Entry | undefined {
  return html.startsWith('\0') ? library.byPath.get(html.slice(1, -1)) : undefined
}

/** The chrome of every section that a page may belong to. */
export function chromesOf(library: Library): Chromes {
  const none = chromeOf(library, undefined)
  const outside: Chromes = new Map([
    ['none', none],
    ['bare', { ...none, bare: true }],
  ])
  return sections.reduce((all, one) => all.set(one, chromeOf(library, one)), outside)
}

/** The finished HTML of a page, as it is written. */
export async function doPageJob(
  job: PageJob,
  { chromes, assets, renderPage }: { chromes: Chromes; assets: PageAssets; renderPage: RenderPage },
): Promise<Buffer> {
  const chrome = chromes.get(job.section)
  if (!chrome) throw new Error(`no chrome for ${job.section}`)
  const view = job.body ? withBody(job.view, doBodyWork(job.body, chrome.words)) : job.view
  const content = await renderPage({ chrome, view })
  const page = Buffer.from(
    renderDocument({ ...job.head, ...loadedFor(assets, job.view.template), content }),
  )
  if (page.includes(0)) throw new Error(`${job.path}: a body was left out`)
  return page
}

function withBody(view: View, body: RenderedBody): View {
  // Only the props of articles have these two fields, and a body is made for no other view.
  return { ...view, props: { ...view.props, ...body } } as View
}

/** Where a page stands in the output: `cases/hangzhou.html`. */
export function fileOf(path: string): string {
  return join(parse(path).dir, `${parse(path).base}.html`)
}
