import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { watch } from 'chokidar'
import { Answers } from './answers.ts'
import { LivePortal } from './live-portal.ts'

/**
 * Development without VitePress, as the installed package has it: the same answers on a server of Node's.
 * It listens to nothing yet.
 */
export function devServer(root: string): { server: Server; base: string } {
  const portal = new LivePortal(root)
  const answers = new Answers(portal)
  watch(answers.watched, { ignoreInitial: true }).on('all', (_event, file) => answers.changed(file))
  const server = createServer((request, response) => {
    const failed = (error: unknown) => {
      response.statusCode = 500
      response.end(error instanceof Error ? error.stack : String(error))
    }
    answers.answer(request, response).then((answered) => {
      if (answered) return
      response.statusCode = 302
      response.setHeader('Location', portal.base)
      response.end()
    }, failed)
  })
  return { server, base: portal.base }
}
