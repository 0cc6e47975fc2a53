import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hash } from 'node:crypto'

/** Portals that lend their cases: what they publish, and a server for it. */

const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }

/** A case as data, with what a test changes. */
export function lentCase(slug: string, fields: object = {}): Record<string, unknown> {
  return {
    path: `/cases/${slug}.html`,
    text: 'data/texts/1-0.json',
    title: `${slug}的案例`,
    summary:
      '这是一段只用于测试的摘要，凑满四十个字才能通过模型的长度检查，内容没有任何含义，请勿当真，也不要引用它。',
    date: '2026-01-01',
    provenance: 'compiled',
    unit: '测试党委',
    organizations: ['测试党委'],
    regions: ['浙江省/宁波市'],
    topics: ['组织力'],
    brief: false,
    keys: [],
    measures: [],
    sources: ['s'],
    facts: ['s-f1'],
    images: [],
    corrections: [],
    ...fields,
  }
}

interface Lent {
  title?: string
  cases?: readonly unknown[]
  withdrawn?: readonly unknown[]
  /** Paragraphs by slug; a sentence of its own for each case unless given. */
  texts?: Record<string, string[]>
}

/** Files of a portal by their path below its base. */
export function exportOf({
  title = '宁波门户',
  cases = [lentCase('a'), lentCase('b')],
  withdrawn = [],
  texts = {},
}: Lent = {}): Record<string, string> {
  const slugs = cases.flatMap(
    (one) => /\/cases\/([a-z0-9-]+)\.html/.exec(JSON.stringify(one))?.[1] ?? [],
  )
  const files = {
    'data/cases.json': { version: 1, title, base: '/', licence, cases },
    'data/facts.json': {
      title,
      licence,
      facts: ['s-f1', 's-f2'].map((id) => ({
        id,
        statement: '测试的事实。',
        words: [],
        read: 'full',
        source: 's',
      })),
    },
    'data/sources.json': {
      title,
      licence,
      sources: ['s', 't'].map((id) => ({
        id,
        title: '测试的报道',
        title_described: false,
        kind: 'report',
        publisher: '测试日报',
        published: '2026-01-01',
        url: 'https://example.org/report',
        accessed: '2026-01-02',
        quality: 'full',
      })),
    },
    'withdrawn.json': { version: 1, withdrawn },
    'data/texts/1-0.json': {
      version: 1,
      texts: slugs.map((slug) => ({
        path: `/cases/${slug}.html`,
        parts: [{ paragraphs: texts[slug] ?? [`${slug}的正文。`] }],
      })),
    },
  }
  return Object.fromEntries(
    Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)]),
  )
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A portal's server: files by their path, or answers of its own. */
export interface LendingServer {
  address: string
  /** The certificate that it shows, as PEM. */
  ca: string
  /** What it answers by now. */
  files: Record<string, string | Buffer | Answer>
  /** What it was asked, each as `data/cases.json 304`. */
  log: string[]
  close: () => void
}

/** An HTTPS server of its own on this machine that knows what ETags are. */
export async function startLending(
  files: LendingServer['files'] = exportOf(),
): Promise<LendingServer> {
  const { key, cert } = certificate()
  const lending: LendingServer = { address: '', ca: cert, files, log: [], close: () => undefined }
  const server = createServer({ key, cert }, (request, response) => {
    const path = (request.url ?? '').slice(1)
    response.on('finish', () => lending.log.push(`${path} ${response.statusCode}`))
    answer(lending.files[path], request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  lending.address = `https://localhost:${(server.address() as AddressInfo).port}/`
  lending.close = () => {
    server.closeAllConnections()
    server.close()
  }
  return lending
}

function answer(
  file: string | Buffer | Answer | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (typeof file === 'function') return file(request, response)
  if (file === undefined) return void response.writeHead(404).end()
  const etag = `"${hash('sha1', file, 'base64url')}"`
  const isSame = request.headers['if-none-match'] === etag
  response.writeHead(isSame ? 304 : 200, { etag }).end(isSame ? undefined : file)
}

let made: { key: string; cert: string } | undefined

/** A certificate for `localhost` that nobody else trusts. */
function certificate(): { key: string; cert: string } {
  if (made) return made
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  try {
    execFileSync(
      'openssl',
      [
        ...[
          'req',
          '-x509',
          '-newkey',
          'rsa:2048',
          '-nodes',
          '-days',
          '1',
          '-subj',
          '/CN=localhost',
        ],
        ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert],
      ],
      { stdio: 'ignore' },
    )
    return (made = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
