import type { Plugin } from 'vite'
import type { Library } from '../src/content/library.ts'
import { buildSearchIndex, type SearchFile } from '../src/search/build/build.ts'
import { searchables } from '../src/search/documents.ts'
import { knowledgeOf } from '../src/search/knowledge.ts'
import type { Portal } from './portal.ts'

/** Every file of the search index, by its path below the base: `search/manifest.json`. */
export function* searchFiles(library: Library): Generator<SearchFile> {
  const unnamed = () => ''
  const documents = searchables(library, unnamed).map(({ document }) => document())
  yield* buildSearchIndex(documents, { knowledge: knowledgeOf(library) })
}

/** In development the index is held in memory, and made anew for the first question after an edit. */
export function searchInDevelopment(portal: Portal): Plugin {
  let made = { revision: '', files: new Map<string, Uint8Array>() }
  const current = (): Map<string, Uint8Array> => {
    const { library, revision } = portal.current()
    if (made.revision !== revision) {
      const files = [...searchFiles(library)].map(({ name, bytes }) => [name, bytes] as const)
      made = { revision, files: new Map(files) }
    }
    return made.files
  }
  return {
    name: 'chaotou:search-index',
    apply: 'serve',
    configureServer(server) {
      const folder = `${portal.base}search/`
      server.middlewares.use((request, response, next) => {
        const [path = ''] = (request.url ?? '').split('?')
        if (!path.startsWith(folder)) return next()
        const bytes = current().get(path.slice(portal.base.length))
        response.statusCode = bytes ? 200 : 404
        response.setHeader('Cache-Control', 'no-cache')
        response.end(bytes && Buffer.from(bytes))
      })
    },
  }
}
