import { join, relative, resolve, sep } from 'node:path'
import type { Plugin } from 'vite'
import type { Portal } from './portal.ts'

const watched = ['content', 'seeds', 'films', 'site.yaml']
const handbook = resolve('docs/handbook')

/**
 * In development, watch what lies outside VitePress's folder: content, sources, settings.
 *
 * VitePress knows which pages come from a watched file only until it has told them once; it learns it
 * again when a browser has fetched the page anew. A save in between would reach no page, so after
 * VitePress has read everything anew, every page that is open is told again.
 */
export function contentInDevelopment(portal: Portal): Plugin {
  return {
    name: 'chaotou:content',
    apply: 'serve',
    configureServer(server) {
      server.watcher.add(watched.map((path) => join(portal.root, path)))
      // A save is often two events; the content is read once for both.
      server.watcher.on('all', (_event, file) => {
        if (isWatched(portal, file)) portal.touch()
      })
    },
    hotUpdate({ file, modules }) {
      const { name, moduleGraph } = this.environment
      if (name !== 'client' || !isWatched(portal, file)) return undefined
      const pages = [...moduleGraph.idToModuleMap.values()].filter(({ id }) => id?.endsWith('.md'))
      return [...new Set([...modules, ...pages])]
    },
  }
}

function isWatched({ root }: Portal, file: string): boolean {
  const [top = ''] = relative(root, file).split(sep)
  return watched.includes(top) || file.startsWith(handbook)
}
