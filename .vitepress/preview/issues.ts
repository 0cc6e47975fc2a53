import { join } from 'node:path'
import type { Plugin } from 'vite'
import { checkLibrary, dayOf } from '../../src/check/check.ts'
import { addressOf } from '../../src/content/address.ts'
import { statuses } from '../../src/model/entry.ts'
import type { Portal } from '../portal.ts'
import type { PreviewIssue, PreviewReport } from './report.ts'

/**
 * In development, what the check says of the page being looked at, under `__preview/issues`. Only the
 * page's own file is checked, when its page asks, so that saving stays fast in a large portal.
 */
export function issuesInDevelopment(portal: Portal): Plugin {
  let known = { key: '', report: '' }
  return {
    name: 'chaotou:issues',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://localhost')
        if (url.pathname !== `${portal.base}__preview/issues`) return next()
        const page = url.searchParams.get('page') ?? ''
        const key = `${portal.current().revision} ${page}`
        if (known.key !== key) known = { key, report: JSON.stringify(reportOn(page, portal)) }
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
  const rejected = library.rejected.find((path) => addressOf(path)?.url === page)
  const source = [...library.sources.values()].find(({ data }) => page === `/data/${data.id}.html`)
  const file = entry?.file ?? rejected ?? source?.file
  if (file === undefined) return { issues: [] }
  const lines = (entry?.text ?? source?.text ?? '').split('\n')
  const found = checkLibrary(library, { today: dayOf(new Date()), covers: (path) => path === file })
  const issues = found
    .filter((issue) => issue.file === file)
    .map(({ line, column, severity, rule, message, hint = '' }): PreviewIssue => {
      const text = (lines[line - 1] ?? '').trim().slice(0, 80)
      return { line, column, severity, rule, message, hint, text }
    })
  const status = entry ? { status: statuses[entry.data.status] } : {}
  return { file, absolute: join(portal.root, file), issues, ...status }
}
