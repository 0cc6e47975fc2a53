import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { Portal } from './portal.ts'

/** In development, watch what lies outside VitePress's folder: content, sources, settings. */
export function contentInDevelopment(portal: Portal): Plugin {
  return {
    name: 'chaotou:content',
    apply: 'serve',
    configureServer(server) {
      server.watcher.add(
        ['content', 'seeds', 'films', 'site.yaml'].map((path) => join(portal.root, path)),
      )
    },
  }
}
