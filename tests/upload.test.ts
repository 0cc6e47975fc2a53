import { execFileSync, spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createHash, createHmac } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caching } from '../src/publish/file-kinds.ts'
import { manifestFile, manifestOf, serializeManifest } from '../src/release/manifest.ts'
import { bundled } from './bundled.ts'

/** `npm run upload` to what operators have: a folder, a machine with sshd, a store that checks signatures. */

const command = await bundled('upload')
const scratch = mkdtempSync(join(tmpdir(), 'uploads-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const first = {
  'index.html': 'one',
  'cases/gone.html': 'withdrawn',
  'assets/app.11111111.js': 'a',
  'media/film.mp4': 'film',
  'search/manifest.json': '{}',
  'feed.xml': '<feed/>',
  _headers: '/*',
}
const second = { ...first, 'index.html': 'two', 'assets/app.22222222.js': 'b' }

/** What an entry says, and what its pictures show: none of it may be found once it is withdrawn. */
const confided = '不该再看到的一句话'
const entry = {
  ...first,
  'cases/confided.html': `<h1>${confided}</h1>`,
  'cases/confided.csv': confided,
  'cases/index-2.html': `<li>${confided}`,
  'cases/other.html': 'other',
  'media/confided.vtt': confided,
  'share/0123456789abcdef.png': confided,
  'search/t-1-aaaaaa.json': `["/cases/confided.html","${confided}"]`,
  'search/t-1-aaaaaa.json.gz': gzipSync(confided),
  'search/p-ab-aaaaaa.json': confided,
  'withdrawn.json': '{ "version": 1, "withdrawn": [] }',
}
const withdrawn = {
  ...first,
  'cases/confided.html': '已经撤下',
  'search/t-1-bbbbbb.json': '["/cases/other.html"]',
  'withdrawn.json':
    '{ "version": 1, "withdrawn": [{ "path": "cases/confided.html", "at": "2026-11-25" }] }',
}

function output(
  name: string,
  files: Record<string, string | Buffer>,
  without: string[] = [],
): string {
  const folder = join(scratch, name)
  rmSync(folder, { recursive: true, force: true })
  for (const [path, text] of Object.entries(files)) {
    if (without.includes(path)) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  writeFileSync(join(folder, manifestFile), serializeManifest(manifestOf(folder)))
  return folder
}

interface Run {
  code: number | null
  said: string
}

function upload(words: string[], env: Record<string, string> = {}): Promise<Run> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [command('upload'), ...words], {
      env: { ...process.env, ...env },
    })
    let said = ''
    child.stdout.on('data', (text) => (said += text))
    child.stderr.on('data', (text) => (said += text))
    child.on('close', (code) => done({ code, said }))
  })
}

/** A destination under test: how it is named, and what lies there. */
interface Place {
  words: string[]
  env: Record<string, string>
  read: (path: string) => string | undefined
  write: (path: string, text: string) => void
  /** Everything that lies there. */
  all: () => { path: string; bytes: Buffer }[]
}

/** Paths of files that hold words, packed or not. */
function holding(place: Place, words: string): string[] {
  return place
    .all()
    .filter(({ path, bytes }) =>
      (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().includes(words),
    )
    .map(({ path }) => path)
    .sort()
}

/** What holds wherever an output is put. */
function holds(placeOf: () => Place): void {
  const run = (from: string, ...words: string[]) => {
    const { words: to, env } = placeOf()
    return upload([...to, '--from', from, ...words], env)
  }

  test('puts everything, then what changed; removes only its own, only when asked', async () => {
    const { read, write } = placeOf()
    const dry = await run(output('first', first), '--dry-run')
    expect(dry, dry.said).toMatchObject({ code: 0 })
    expect(read('index.html')).toBeUndefined()
    const done = await run(join(scratch, 'first'))
    expect(done, done.said).toMatchObject({ code: 0 })
    expect(done.said).toContain('传了 7 个')
    expect(read('index.html')).toBe('one')
    expect(read('_headers')).toBeUndefined()
    write('others.txt', 'of somebody else')
    const next = output('second', second, ['cases/gone.html', 'assets/app.11111111.js'])
    const changed = await run(next)
    expect(changed, changed.said).toMatchObject({ code: 0 })
    expect(changed.said).toContain('传了 3 个，没变 3 个，删了 0 个')
    expect(changed.said).toContain('还有 2 个留在那里：加 --delete 删去')
    expect([read('index.html'), read('cases/gone.html')]).toEqual(['two', 'withdrawn'])
    const removed = await run(next, '--delete')
    expect(removed.said).toContain('传了 0 个，没变 6 个，删了 1 个')
    // A page that is open may still ask for its script.
    expect([read('cases/gone.html'), read('assets/app.11111111.js')]).toEqual([undefined, 'a'])
    expect(read('others.txt')).toBe('of somebody else')
  })

  test('what was withdrawn is found nowhere, without being asked to delete', async () => {
    const place = placeOf()
    await run(output('entry', entry))
    place.write('others.txt', 'of somebody else')
    // Another upload renames a shard: the words now lie there twice.
    const again = { ...entry, 'search/t-1-cccccc.json': confided }
    await run(output('entry', again, ['search/t-1-aaaaaa.json']))
    expect(holding(place, confided)).toHaveLength(9)
    const from = output('withdrawn', { ...withdrawn, 'assets/app.22222222.js': 'b' }, [
      'assets/app.11111111.js',
    ])
    const dry = await run(from, '--dry-run')
    expect(dry.said).toContain('要马上删去')
    expect(holding(place, confided)).toHaveLength(9)
    const { code, said } = await run(from)
    expect(code, said).toBe(0)
    expect(holding(place, confided)).toEqual([])
    expect(['assets/app.11111111.js', 'others.txt', 'cases/confided.html'].map(place.read)).toEqual(
      ['a', 'of somebody else', '已经撤下'],
    )
    expect(said).toContain('已经马上删去，不等 --delete')
    for (const path of ['cases/confided.html', 'search/t-1-aaaaaa.json', 'cases/index-2.html'])
      expect(said).toMatch(new RegExp(`^  /${path}$`, 'm'))
    expect(said).not.toContain('/index.html')
    expect((await run(from)).said).not.toContain('撤下')
  })

  test('goes on where it stopped, and mends what is broken there', async () => {
    const { read, write } = placeOf()
    await run(output('first', first))
    write('index.html', 'half')
    write('search/manifest.json', 'old')
    const { code, said } = await run(join(scratch, 'first'))
    expect({ code, said: said.includes('传了 2 个，没变 5 个') }, said).toEqual({
      code: 0,
      said: true,
    })
    expect([read('index.html'), read('search/manifest.json')]).toEqual(['one', '{}'])
  })

  test('puts nothing when the output is not what its manifest says', async () => {
    const broken = output('broken', first)
    writeFileSync(join(broken, 'index.html'), 'cut')
    const { code, said } = await run(broken)
    expect(code).toBe(1)
    expect(said).toContain('index.html 内容不对')
    expect(placeOf().read('media/film.mp4')).toBeUndefined()
  })
}

describe('to a folder', { timeout: 120_000 }, () => {
  const to = join(scratch, 'www')
  beforeEach(() => rmSync(to, { recursive: true, force: true }))
  holds(() => inFolder(to, ['--to', to]))

  test.for([
    ['--to', '/'],
    ['--to', 'content'],
    ['--to', '.'],
    ['--to', 'src/new'],
  ])('refuses %s %s', async (words) => {
    const { code, said } = await upload([...words, '--from', output('first', first)])
    expect(code, said).toBe(2)
  })

  test('refuses a folder of somebody else', async () => {
    mkdirSync(to)
    writeFileSync(join(to, 'thesis.docx'), 'years')
    const { code } = await upload(['--to', to, '--from', output('first', first)])
    expect(code).toBe(2)
  })
})

function inFolder(folder: string, words: string[], env: Record<string, string> = {}): Place {
  const at = (path: string) => join(folder, path)
  return {
    words,
    env,
    read: (path) => (existsSync(at(path)) ? readFileSync(at(path), 'utf8') : undefined),
    write: (path, text) => {
      mkdirSync(dirname(at(path)), { recursive: true })
      writeFileSync(at(path), text)
    },
    all: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .map((file) => ({ path: file.slice(folder.length + 1), bytes: readFileSync(file) })),
  }
}

const hasSsh = ['rsync', '/usr/sbin/sshd', 'ssh-keygen'].every(
  (command) => !spawnSync(command, ['--version']).error,
)

// Where they are not installed there is nothing to ask; `npm test` installs them.
describe.skipIf(!hasSsh)('to a machine', { timeout: 120_000 }, () => {
  const to = join(scratch, 'remote')
  const port = 21_000 + (process.pid % 9000)
  const key = join(scratch, 'key')
  let sshd: ChildProcess
  beforeAll(async () => {
    for (const file of [key, join(scratch, 'host')])
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file])
    mkdirSync('/run/sshd', { recursive: true })
    writeFileSync(
      join(scratch, 'sshd.conf'),
      `Port ${port}
ListenAddress 127.0.0.1
HostKey ${scratch}/host
AuthorizedKeysFile ${scratch}/key.pub
StrictModes no
UsePAM no
PermitRootLogin yes
PidFile none
`,
    )
    sshd = spawn('/usr/sbin/sshd', ['-D', '-f', join(scratch, 'sshd.conf')], { stdio: 'ignore' })
    await new Promise((done) => setTimeout(done, 1000))
  })
  afterAll(() => sshd.kill())
  beforeEach(() => rmSync(to, { recursive: true, force: true }))
  const env = {
    RSYNC_RSH: `ssh -p ${port} -i ${key} -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o BatchMode=yes`,
  }
  holds(() => inFolder(to, ['--to', `127.0.0.1:${to}`], env))

  test('that does not answer is told in a sentence', async () => {
    const nowhere = { RSYNC_RSH: 'ssh -p 1 -o BatchMode=yes' }
    const { code, said } = await upload(
      ['--to', `127.0.0.1:${to}`, '--from', output('first', first)],
      nowhere,
    )
    expect(code).toBe(1)
    expect(said).toMatch(/rsync 没有做完/)
    expect(said).not.toMatch(/^ +at /m)
  })

  test.for(['-oProxyCommand=touch:/x', 'host:/a b', 'host:$(id)', 'a;b:/c'])(
    '%s names no machine',
    async (odd) => {
      const { code } = await upload([`--to=${odd}`, '--from', output('first', first)])
      expect(code).toBe(2)
    },
  )
})

/** A store in memory. It takes a request only when the signature is right by this second implementation. */
interface Stored {
  body: Buffer
  headers: IncomingMessage['headers']
}

describe('to a store', { timeout: 120_000 }, () => {
  const objects = new Map<string, Stored>()
  const order: string[] = []
  const secret = { id: 'TESTKEY', key: 'test/secret+key' }
  let server: Server
  let failing = 0
  beforeAll(async () => {
    server = createServer((request, response) => void answer(request, response))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  })
  afterAll(() => server.close())
  beforeEach(() => objects.clear())

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const body = Buffer.concat(parts)
    const refuse = (status: number, code: string) =>
      void response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`)
    if (!isSigned(request, secret)) return refuse(403, 'SignatureDoesNotMatch')
    const url = new URL(request.url ?? '/', 'http://store')
    const key = decodeURIComponent(url.pathname).replace(/^\/bucket\/?/, '')
    if (!url.pathname.startsWith('/bucket/')) return refuse(404, 'NoSuchBucket')
    if (request.method === 'PUT') {
      if (failing-- > 0) return refuse(503, 'SlowDown')
      const md5 = createHash('md5').update(body).digest('base64')
      if (request.headers['content-md5'] !== md5) return refuse(400, 'BadDigest')
      order.push(key)
      objects.set(key, { body, headers: request.headers })
      return void response.writeHead(200).end()
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return void response.writeHead(204).end()
    }
    if (key === '') return void response.writeHead(200).end(listing(url.searchParams))
    const found = objects.get(key)
    if (!found) return refuse(404, 'NoSuchKey')
    response.writeHead(200).end(found.body)
  }

  /** Three objects a page, so that there are pages. */
  function listing(query: URLSearchParams): string {
    const from = query.get('continuation-token') ?? ''
    const keys = [...objects.keys()]
      .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > from)
      .sort()
    const page = keys.slice(0, 3)
    const next = keys.length > 3 ? `<NextContinuationToken>${page[2]}</NextContinuationToken>` : ''
    const rows = page.map((key) => {
      const md5 = createHash('md5')
        .update(objects.get(key)?.body ?? '')
        .digest('hex')
      return `<Contents><Key>${key}</Key><ETag>&quot;${md5.toUpperCase()}&quot;</ETag></Contents>`
    })
    return `<?xml version="1.0"?><ListBucketResult>${rows.join('')}${next}</ListBucketResult>`
  }

  const words = (to = 's3://bucket/party') => {
    const { port } = server.address() as AddressInfo
    const endpoint = `http://127.0.0.1:${port}`
    return ['--to', to, '--endpoint', endpoint, '--region', 'test-1', '--path-style']
  }
  const env = { AWS_ACCESS_KEY_ID: secret.id, AWS_SECRET_ACCESS_KEY: secret.key }
  holds(() => ({
    words: words(),
    env,
    read: (path) => objects.get(`party/${path}`)?.body.toString(),
    write: (path, text) => {
      objects.set(`party/${path}`, { body: Buffer.from(text), headers: {} })
    },
    all: () => [...objects].map(([path, { body }]) => ({ path, bytes: body })),
  }))

  test('in the order in which readers may read, with types and lifetimes', async () => {
    order.length = 0
    failing = 1
    const { code, said } = await upload(
      [...words('s3://bucket'), '--from', output('first', first)],
      env,
    )
    expect(code, said).toBe(0)
    const at = (path: string) => order.indexOf(path)
    expect(order.at(0)).toBe('uploads.json')
    for (const loaded of ['assets/app.11111111.js', 'media/film.mp4'])
      expect(at(loaded)).toBeLessThan(at('index.html'))
    expect(at('index.html')).toBeLessThan(at('feed.xml'))
    expect(at('feed.xml')).toBeLessThan(at('search/manifest.json'))
    const headers = (path: string) => objects.get(path)?.headers
    expect(headers('assets/app.11111111.js')?.['cache-control']).toBe(caching.immutable)
    expect(headers('index.html')?.['cache-control']).toBe(caching.revalidated)
    expect(headers('index.html')?.['content-type']).toBe('text/html; charset=utf-8')
  })

  test.for([
    [
      { AWS_SECRET_ACCESS_KEY: 'wrong' },
      's3://bucket',
      'AWS_SECRET_ACCESS_KEY 或 --region 写得不对',
      1,
    ],
    [{}, 's3://other', '没有这个存储空间', 1],
    [{ AWS_ACCESS_KEY_ID: '' }, 's3://bucket', '密钥放在环境变量', 2],
    [{}, 's3://', '要写成 s3://存储空间', 2],
  ] as [Record<string, string>, string, string, number][])(
    '%j %s: %s',
    async ([odd, to, sentence, wanted]) => {
      const { code, said } = await upload([...words(to), '--from', output('first', first)], {
        ...env,
        ...odd,
      })
      expect(said).toContain(sentence)
      expect(code).toBe(wanted)
      expect(said).not.toMatch(/^ +at /m)
      expect(objects.size).toBe(0)
    },
  )
})

/** AWS Signature Version 4, written from its documentation and not from the client. */
function isSigned(request: IncomingMessage, { id, key }: { id: string; key: string }): boolean {
  const found =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    )
  if (!found) return false
  const [, who, day = '', region = '', names = '', signature] = found
  const url = new URL(request.url ?? '/', 'http://store')
  const query = [...url.searchParams]
    .map((pair) => pair.map(encoded).join('='))
    .sort()
    .join('&')
  const headers = names
    .split(';')
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
  const hashed = String(request.headers['x-amz-content-sha256'])
  const canonical = [request.method, url.pathname, query, headers.join(''), names, hashed].join(
    '\n',
  )
  const when = String(request.headers['x-amz-date'])
  const scope = `${day}/${region}/s3/aws4_request`
  const digest = createHash('sha256').update(canonical).digest('hex')
  const hmac = (secret: string | Buffer, text: string) =>
    createHmac('sha256', secret).update(text).digest()
  const signing = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${key}`)
  const own = hmac(signing, ['AWS4-HMAC-SHA256', when, scope, digest].join('\n')).toString('hex')
  return who === id && own === signature
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
