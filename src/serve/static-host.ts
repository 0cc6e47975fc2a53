import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isServed } from '../publish/file-kinds.ts'
import { headersFor } from '../publish/policy.ts'
import { sendFile } from './send-file.ts'

/** An output and the path it is deployed under: `/` or `/a/b/`. */
interface Served {
  folder: string
  base: string
  /** Content policy of `/admin/`, where the browser editor is in the output. */
  admin?: string
}

/**
 * A plain static host, as the handbook's snippets make nginx and Caddy one: exact files, a folder's
 * first page, the 404 page, and the headers the portal asks for. Answers every request.
 */
export function staticHost(served: Served): RequestListener {
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { Allow: 'GET, HEAD' }).end()
    const path = pathOf(request)
    if (`${path}/` === served.base) return redirect(response, served.base)
    if (!path.startsWith(served.base)) return sendMissing(response, served)
    sendBelow(request, response, served, path.slice(served.base.length - 1))
  }
}

/** The path a request names, as it is written: also where it names the host before it (RFC 9112, 3.2.2). */
function pathOf({ url = '/' }: IncomingMessage): string {
  const [path = ''] = url.replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/, 1)
  return path
}

/** Answer for a path below the base: `/cases/hangzhou.html`. */
function sendBelow(
  request: IncomingMessage,
  response: ServerResponse,
  served: Served,
  path: string,
): void {
  const missing = () => sendMissing(response, served)
  const file = path.endsWith('/') ? `${path}index.html` : path
  if (!isServed(file)) return missing()
  sendFile(request, response, {
    root: served.folder,
    path: file,
    before: () => setHeaders(response, file, served),
    folder: () => {
      // Only names that content may have: what else is in an address does not go into a header.
      const isPlain = /^(\/[\w.-]+)+$/.test(path)
      if (isPlain && existsSync(join(served.folder, path, 'index.html')))
        redirect(response, `${served.base.slice(0, -1)}${path}/`)
      else missing()
    },
    missing,
  })
}

function redirect(response: ServerResponse, address: string): void {
  response.writeHead(301, { Location: address }).end()
}

function sendMissing(response: ServerResponse, served: Served): void {
  setHeaders(response, '/404.html', served)
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(missingPage(served))
}

/** Read each time: the output may be built anew while it is served. */
function missingPage({ folder }: Served): Buffer | string {
  try {
    return readFileSync(join(folder, '404.html'))
  } catch {
    return '<!doctype html><meta charset="utf-8"><title>没有这一页</title><p>没有这一页。'
  }
}

function setHeaders(response: ServerResponse, path: string, { admin }: Served): void {
  for (const [name, value] of Object.entries(headersFor(path, admin)))
    response.setHeader(name, value)
}
