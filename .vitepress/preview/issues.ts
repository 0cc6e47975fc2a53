import { join } from 'node:path'
import type { Plugin } from 'vite'
import { checkLibrary, dayOf } from '../../src/check/check.ts'
import { addressOf } from '../../src/content/address.ts'
import type { Library } from '../../src/content/library.ts'
import { statuses } from '../../src/model/entry.ts'
import type { Portal } from '../portal.ts'
import type { PreviewIssue, PreviewReport } from './report.ts'

/**
 * In development, what the check says of the page being looked at, under `__preview/issues`. Only the
 * page's own file is checked, when its page asks, and what has no page; so saving stays fast in a
 * large portal. Every change of the content is told to the pages that are open, for a page whose file
 * is gone is told nothing by VitePress.
 */
export function issuesInDevelopment(portal: Portal): Plugin {
  let known = { key: '', report: '' }
  const seen = new SeenPages()
  return {
    name: 'chaotou:issues',
    apply: 'serve',
    configureServer(server) {
      portal.whenTouched(() => server.ws.send({ type: 'custom', event: 'chaotou:content' }))
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://localhost')
        if (url.pathname !== `${portal.base}__preview/issues`) return next()
        const page = url.searchParams.get('page') ?? ''
        const { revision } = portal.reload()
        const key = `${revision} ${page}`
        if (known.key !== key)
          known = {
            key,
            report: JSON.stringify({ ...reportOn(page, portal), ...seen.look(page, portal) }),
          }
        response.setHeader('Content-Type', 'application/json; charset=utf-8')
        response.setHeader('Cache-Control', 'no-store')
        response.end(known.report)
      })
    },
  }
}

/** What the check says of the file behind a page, by the page's address without the base. */
export function reportOn(page: string, portal: Pick<Portal, 'current' | 'root'>): PreviewReport {
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

/** Pages that were looked at, to tell one that is gone from one that never was, and where it went. */
class SeenPages {
  private readonly titles = new Map<string, string>()

  look(page: string, portal: Pick<Portal, 'current'>): Pick<PreviewReport, 'gone'> {
    const { library, pages } = portal.current()
    const path = page.slice(1).replace(/\.html$/, '')
    const shown = pages.find((one) => one.path === path)
    if (shown) this.titles.set(page, shown.title)
    const title = this.titles.get(page)
    if (shown || title === undefined) return {}
    const now = library.entries.find(({ data }) => data.title === title)?.url
    return { gone: now === undefined ? {} : { now } }
  }
}
