/**
 * A static host behind a slow line: HTTP/2, brotli, every answer a round trip late and all of them
 * sharing one bandwidth. The delay is made here where a browser's own throttling would pass workers by.
 */
import { execFileSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createSecureServer } from 'node:http2'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliCompressSync, constants } from 'node:zlib'
import { compressible, headersFor, mediaTypes } from '../src/publish/policy.ts'

interface Line {
  /** Round trip in milliseconds. */
  delay: number
  /** Bytes a millisecond. */
  rate: number
}

interface Asked {
  path: string
  /** Milliseconds since the epoch, when the request left the browser. */
  at: number
}

export interface SlowHost {
  address: string
  /** Requests since the last call. */
  taken(): Asked[]
  close(): void
}

let made: { key: Buffer; cert: Buffer } | undefined

/** The certificate of this run; browsers speak HTTP/2 only over TLS. */
function certificate(): { key: Buffer; cert: Buffer } {
  return (made ??= makeCertificate())
}

/**
 * What Chromium is started with to take the hosts' certificate for a good one. Where it is merely told to go on in
 * spite of a bad one, it keeps nothing in its cache, and a second page would be measured as a first.
 */
export function trusting(): string {
  const { publicKey } = new X509Certificate(certificate().cert)
  const bytes = publicKey.export({ type: 'spki', format: 'der' })
  return `--ignore-certificate-errors-spki-list=${createHash('sha256').update(bytes).digest('base64')}`
}

function makeCertificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'slow-host-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const make = 'req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost'.split(' ')
  try {
    execFileSync('openssl', [...make, '-keyout', key, '-out', cert], { stdio: 'ignore' })
    return { key: readFileSync(key), cert: readFileSync(cert) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Bytes wait their turn: resolves when `size` more have passed the line. */
function queueOn({ rate }: Line): (size: number) => Promise<void> {
  let free = 0
  return async (size) => {
    const now = performance.now()
    free = Math.max(free, now) + size / rate
    if (free > now) await wait(free - now)
  }
}

function typeOf(ending: string): string {
  const type = mediaTypes[ending] ?? 'application/octet-stream'
  return type.startsWith('text/') ? `${type};charset=utf-8` : type
}

/** No slower than the machine itself. */
export const atOnce: Line = { delay: 0, rate: Infinity }

/** Serves what `read` gives for a path such as `/search/manifest.json`, texts packed with brotli. */
export async function startSlowHost(
  line: Line,
  read: (path: string) => Uint8Array | undefined,
  headers: (path: string) => Record<string, string> = headersFor,
): Promise<SlowHost> {
  let asked: Asked[] = []
  const pass = queueOn(line)
  const packed = new Map<string, Buffer>()
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  const pack = (path: string, bytes: Uint8Array): Buffer => {
    const known = packed.get(path) ?? brotliCompressSync(bytes, quality)
    packed.set(path, known)
    return known
  }
  const server = createSecureServer(certificate(), async (request, response) => {
    const { pathname } = new URL(request.url, 'https://localhost')
    const path = decodeURIComponent(pathname)
    asked.push({ path, at: Date.now() })
    const bytes = read(path)
    const ending = /\.(\w+)$/u.exec(path)?.[1] ?? 'html'
    const packs = compressible.includes(ending)
    const body = bytes ? (packs ? pack(path, bytes) : bytes) : Buffer.alloc(0)
    if (line !== atOnce) await wait(line.delay)
    await pass(body.length)
    const head = {
      ...headers(path),
      'content-type': typeOf(ending),
      ...(packs ? { 'content-encoding': 'br' } : {}),
    }
    if (!response.destroyed) response.writeHead(bytes ? 200 : 404, head).end(body)
  })
  await new Promise<void>((listening) => server.listen(0, listening))
  const place = server.address()
  return {
    address: `https://localhost:${typeof place === 'object' && place ? place.port : 0}`,
    taken() {
      const taken = asked
      asked = []
      return taken
    },
    close: () => void server.close(),
  }
}
