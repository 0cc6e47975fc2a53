import type { Plugin } from 'vite'
import { published } from '../src/content/library.ts'
import type { Library } from '../src/content/library.ts'
import { csvOf } from '../src/pages/charts/table.ts'
import type { Portal } from './portal.ts'

/** Every chart's data, by its path below the base: `charts/x.csv`. */
export function* chartFiles(library: Library): Generator<{ name: string; text: string }> {
  for (const chart of published(library, 'charts'))
    yield { name: chart.url.slice(1).replace(/\.html$/, '.csv'), text: csvOf(library, chart) }
}

/** In development each file is made when it is asked for. */
export function chartDataInDevelopment(portal: Portal): Plugin {
  return {
    name: 'chaotou:chart-data',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [path = ''] = (request.url ?? '').split('?')
        const files = path.endsWith('.csv') ? chartFiles(portal.current().library) : []
        const file = [...files].find(({ name }) => portal.base + name === path)
        if (!file) return next()
        response.setHeader('Content-Type', 'text/csv; charset=utf-8')
        response.end(file.text)
      })
    },
  }
}
