import { join } from 'node:path'
import { checkLibrary, dayOf } from '../../src/check/check.ts'
import { addressOf } from '../../src/content/address.ts'
import type { Library } from '../../src/content/library.ts'
import { statuses } from '../../src/model/entry.ts'
import type { LivePortal } from './live-portal.ts'
import type { PreviewIssue, PreviewReport } from './overlay/report.ts'

/** What the check says of the file behind a page, by the page's address without the base. */
function reportOn(page: string, portal: Pick<LivePortal, 'current' | 'root'>): PreviewReport {
  const { library } = portal.current()
  const entry = library.entries.find(({ url }) => url === page)
  const file = entry?.file ?? fileOf(page, library)
  const withPage = filesWithPages(library)
  const covers = (path: string) => path === file || !withPage.has(path)
  const found = checkLibrary(library, { today: dayOf(new Date()), covers }).map(
    (issue): PreviewIssue => {
      const { file, line, column, severity, rule, message, hint = '' } = issue
      const text = (linesOf(file, library)[line - 1] ?? '').trim().slice(0, 80)
      const absolute = join(portal.root, file)
      return { file, absolute, line, column, severity, rule, message, hint, text }
    },
  )
  return {
    ...(file === undefined ? {} : { file }),
    ...(entry ? { status: statuses[entry.data.status] } : {}),
    issues: found.filter((issue) => issue.file === file),
    elsewhere: found.filter((issue) => issue.file !== file),
  }
}

function fileOf(page: string, library: Library): string | undefined {
  const rejected = library.rejected.find((path) => addressOf(path)?.url === page)
  const source = [...library.sources.values()].find(({ data }) => page === `/data/${data.id}.html`)
  return rejected ?? source?.file
}

/** Files whose issues are shown beside a page of their own. */
function filesWithPages({ entries, rejected, sources }: Library): ReadonlySet<string> {
  return new Set([
    ...entries.map(({ file }) => file),
    ...rejected.filter((path) => addressOf(path)),
    ...Array.from(sources.values(), ({ file }) => file),
  ])
}

function linesOf(file: string, { entries, sources, siteFile }: Library): string[] {
  const known = [...entries, ...sources.values(), ...(siteFile ? [siteFile] : [])]
  return (known.find((one) => one.file === file)?.text ?? '').split('\n')
}

/**
 * What the check says of each page that is looked at. Only the page's own file is checked, when its page
 * asks, and what has no page; so saving stays fast in a large portal.
 */
export class PageReports {
  private readonly titles = new Map<string, string>()
  private known = { key: '', report: '' }

  constructor(private readonly portal: LivePortal) {}

  /** The report on a page, by its address without the base, as JSON. */
  on(page: string): string {
    const key = `${this.portal.current().revision} ${page}`
    if (this.known.key !== key)
      this.known = {
        key,
        report: JSON.stringify({ ...reportOn(page, this.portal), ...this.gone(page) }),
      }
    return this.known.report
  }

  /** Whether a page that was looked at is gone, and where its entry went. */
  private gone(page: string): Pick<PreviewReport, 'gone'> {
    const { library, pages } = this.portal.current()
    const shown = pages.get(page.slice(1).replace(/\.html$/, ''))
    if (shown) this.titles.set(page, shown.title)
    const title = this.titles.get(page)
    if (shown || title === undefined) return {}
    const now = library.entries.find(({ data }) => data.title === title)?.url
    return { gone: now === undefined ? {} : { now } }
  }
}
