import { join } from 'node:path'
import type { Plugin } from 'vite'
import { sendFile } from '../src/serve/send-file.ts'
import type { Portal } from './portal.ts'

/**
 * In development, pictures, films and captions at the addresses pages name, in parts where a player asks
 * for parts. Only what the library holds is answered: the folder has drafts and sources beside it. The
 * handbook's pictures lie in VitePress's own folder, which serves them.
 */
export function mediaInDevelopment(portal: Portal): Plugin {
  return {
    name: 'chaotou:media',
    apply: 'serve',
    configureServer(server) {
      const root = join(portal.root, 'content')
      server.middlewares.use((request, response, next) => {
        const [address = ''] = (request.url ?? '').split('?')
        const path = `content/${decoded(address.slice(portal.base.length))}`
        const { media, captions } = portal.current().library
        if (!address.startsWith(portal.base) || !(media.has(path) || captions.has(path)))
          return next()
        sendFile(request, response, {
          root,
          path: encodeURI(path.replace(/^content/, '')),
          folder: next,
          missing: next,
        })
      })
    },
  }
}

function decoded(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
