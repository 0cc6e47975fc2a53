import type { IncomingMessage, ServerResponse } from 'node:http'
import send from 'send'
import { contentTypeOf } from '../publish/policy.ts'

/** What to answer with, and what else to do than to send a file. */
interface Sending {
  /** Folder nothing is sent from outside of. */
  root: string
  /** Path below it as a request names it: percent-encoded, with a leading slash. */
  path: string
  /** Called before the headers of a file are written. */
  before?: (response: ServerResponse) => void
  /** A folder was named without its slash. */
  folder: () => void
  /** There is no such file, or the path is no path. */
  missing: () => void
}

/**
 * Send a file or the parts of it that are asked for (RFC 9110, 14); no request, however it is written,
 * makes this throw. A file that fails halfway ends its connection, and only that.
 */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { root, path, before, folder, missing }: Sending,
): void {
  const answer = send(request, path, { root, dotfiles: 'allow', cacheControl: false })
  answer.on('headers', (_response: ServerResponse, file: string) => {
    before?.(response)
    response.setHeader('Content-Type', contentTypeOf(file))
  })
  answer.on('directory', folder)
  answer.on('error', ({ status, headers }: { status?: number; headers?: object }) => {
    if (response.headersSent) return void response.destroy()
    if (status !== 416) return missing()
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
    response.writeHead(416).end()
  })
  answer.pipe(response)
}
