import { readFileSync, watch } from 'node:fs'
import { createServer } from 'node:http'
import type { Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Preview } from './preview.ts'

/** Milliseconds in which an editor has written a file to its end. */
const settling = 40

const page = fileURLToPath(new URL('watch.html', import.meta.url))

/** Serve a preview that is drawn again whenever its storyboard, or a source, is saved. */
export function watchFilm({ root, slug }: { root: string; slug: string }): Server {
  const preview = new Preview(root, slug)
  const listeners = new Set<ServerResponse>()
  const watchers = [
    watching(join(root, 'films'), () => preview.readStoryboard(), listeners),
    watching(join(root, 'seeds'), () => preview.readFacts(), listeners),
  ]
  const server = createServer((request, response) => {
    const [, kind = '', name = '', shot = '', frame = ''] = (request.url ?? '').split(/[/?]/)
    const layout = name === 'upright' ? 'upright' : 'wide'
    const send = (type: string, body = '') => {
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' })
      if (kind === 'saved') response.flushHeaders()
      else response.end(body)
    }
    if (kind === 'film') send('application/json', JSON.stringify(preview.describe(layout)))
    else if (kind === 'frame')
      send('image/svg+xml', preview.frame(layout, Number(shot), Number(frame)))
    else if (kind === 'saved') {
      send('text/event-stream')
      listeners.add(response)
      request.on('close', () => listeners.delete(response))
    } else send('text/html; charset=utf-8', readFileSync(page, 'utf8'))
  })
  return server.on('close', () => watchers.forEach((watcher) => watcher.close()))
}

/** Read again when a file of a folder has been saved, and tell every open page. */
function watching(folder: string, read: () => void, listeners: Iterable<ServerResponse>) {
  let waiting: NodeJS.Timeout | undefined
  return watch(folder, () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      try {
        read()
      } catch {
        // Between two names of a file being saved there is none: the next event follows.
        return
      }
      for (const listener of listeners) listener.write('data: saved\n\n')
    }, settling)
  })
}
