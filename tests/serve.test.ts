import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import fc from './fast-check.ts'

/** `npm run serve` as people start it; whatever is asked, it must still answer afterwards. */

// With a hundred more it stays below 5060, which fetch refuses.
const port = 4900 + (process.pid % 50)
const base = '/party/'
const scratch = mkdtempSync(join(tmpdir(), 'serve-'))
const folder = join(scratch, 'dist')
const film = Buffer.alloc(3_000_000, 'chaotou ')
let server: ChildProcess
let printed = ''

beforeAll(async () => {
  mkdirSync(join(folder, 'cases'), { recursive: true })
  mkdirSync(join(folder, 'empty/deep'), { recursive: true })
  for (const path of ['index.html', 'cases/index.html', 'cases/a.html', '404.html'])
    writeFileSync(join(folder, path), `<!doctype html><title>${path}</title>`)
  writeFileSync(join(folder, 'empty/deep/a.txt'), 'text')
  writeFileSync(join(folder, 'film.mp4'), film)
  writeFileSync(join(folder, 'cut.mp4'), film)
  writeFileSync(join(folder, '_headers'), '/*\n  X-Frame-Options: DENY\n')
  server = start(['--dir', folder, '--port', String(port), '--base', base])
  await until(() => printed.includes(`http://localhost:${port}${base}`))
})
afterAll(() => {
  server.kill()
  rmSync(scratch, { recursive: true, force: true })
})

function start(words: string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve.ts', ...words], {
    env: { ...process.env, ...env },
  })
  const print = (text: Buffer) => (printed += text.toString())
  child.stdout?.on('data', print)
  child.stderr?.on('data', print)
  return child
}

async function until(holds: () => boolean): Promise<void> {
  for (let wait = 0; wait < 300 && !holds(); wait++) await pause(100)
  expect(holds(), printed).toBe(true)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}

/** Send bytes as they are, and give what came back until the server closed or a little while passed. */
function raw(bytes: Uint8Array | string, patience = 400): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    const parts: Buffer[] = []
    const finish = () => {
      socket.destroy()
      done(Buffer.concat(parts).toString('latin1'))
    }
    const timer = setTimeout(finish, patience)
    socket.on('data', (part: Buffer) => parts.push(part))
    socket.on('error', finish)
    socket.on('close', () => {
      clearTimeout(timer)
      finish()
    })
  })
}

const at = (path: string) => `http://127.0.0.1:${port}${path}`
const ask = (path: string, init?: RequestInit) => fetch(at(path), { redirect: 'manual', ...init })

/** It runs, and still gives the page it was started for. */
async function expectAlive(): Promise<void> {
  const answer = await ask(`${base}cases/a.html`)
  expect(await answer.text()).toContain('cases/a.html')
  expect({ status: answer.status, ended: server.exitCode }).toEqual({ status: 200, ended: null })
}

describe('parts of a file', () => {
  const last = film.length - 1
  test.for([
    ['bytes=0-9', 206, `bytes 0-9/${film.length}`],
    ['bytes=-10', 206, `bytes ${last - 9}-${last}/${film.length}`],
    [`bytes=${last}-`, 206, `bytes ${last}-${last}/${film.length}`],
    [`bytes=0-${'9'.repeat(30)}`, 206, `bytes 0-${last}/${film.length}`],
    ['bytes=5-2', 416, `bytes */${film.length}`],
    [`bytes=${'9'.repeat(30)}-`, 416, `bytes */${film.length}`],
    ['bytes=--5', 200, null],
    ['bytes=0-1,5-6', 200, null],
    ['pages=1-2', 200, null],
    ['', 200, null],
  ] as const)('“%s” is answered with %i', async ([range, status, part]) => {
    const answer = await ask(`${base}film.mp4`, { headers: { Range: range } })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([status, part])
    if (status === 206) expect(answer.headers.get('content-type')).toBe('video/mp4')
    await answer.arrayBuffer()
    await expectAlive()
  })
})

test('an address leads to a file, to the folder’s own address, or to the page that says there is none', async () => {
  const rows = {
    [base]: 200,
    [base.slice(0, -1)]: `301 ${base}`,
    [`${base}cases/`]: 200,
    [`${base}cases`]: `301 ${base}cases/`,
    [`${base}cases/a.html?from=feed`]: 200,
    [`${base}empty`]: 404,
    [`${base}empty/`]: 404,
    [`${base}empty/deep/`]: 404,
    [`${base}_headers`]: 404,
    [`${base}nowhere.html`]: 404,
    '/': 404,
    '/partyhouse': 404,
  }
  for (const [path, wanted] of Object.entries(rows)) {
    const answer = await ask(path)
    const { status } = answer
    expect(status === 301 ? `301 ${answer.headers.get('location')}` : status, path).toBe(wanted)
    if (status === 404) expect(await answer.text(), path).toContain('404.html')
    expect(answer.headers.get('content-security-policy') !== null, path).toBe(status !== 301)
  }
})

describe('no request ends the server', () => {
  const odd = [
    'GET',
    'GET / HTTP/9.9\r\n\r\n',
    `GET ${base}%00 HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET ${base}%zz%E0%A4%A HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET ${base}..%2f..%2f..%2fetc/passwd HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET ${base}../../../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET ${base}cases\u0000a HTTP/1.1\r\nHost: x\r\n\r\n`,
    'GET //evil.test/%2e%2e HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET /\\evil.test HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET http://[::1/ HTTP/1.1\r\nHost: x\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
    'CONNECT evil.test:443 HTTP/1.1\r\nHost: x\r\n\r\n',
    `GET ${base} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    `GET ${base} HTTP/1.1\r\nHost: x\r\nExpect: 200-maybe\r\n\r\n`,
    `GET ${base}${'a/'.repeat(6000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET ${base}${'a'.repeat(90_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `POST ${base} HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\nhalf`,
    `POST ${base} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
    `GET ${base}film.mp4 HTTP/1.1\r\nHost: x\r\nIf-Range: "\u00ff"\r\nRange: bytes=1-1\r\n\r\n`,
    `GET ${base}film.mp4 HTTP/1.1\r\nHost: x\r\nIf-Modified-Since: never\r\nIf-None-Match: ,,,\r\n\r\n`,
    `HEAD ${base}film.mp4 HTTP/1.1\r\nHost: x\r\nRange: bytes=5-2\r\n\r\n`,
  ]
  test.for(odd.map((request) => [JSON.stringify(request).slice(0, 70), request] as const))(
    '%s',
    async ([, request]) => {
      const answer = await raw(request)
      expect(answer).not.toContain('root:')
      expect(answer).not.toMatch(/^location: *(\/\/|http)/im)
      await expectAlive()
    },
  )

  test('as anyone may write it', { timeout: 120_000 }, async () => {
    const path = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.webPath(),
      fc.stringMatching(/^(%[0-9a-f]{2}|[./\\:?#]){0,20}$/),
    )
    const range = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.tuple(fc.bigInt(), fc.bigInt()).map(([from, to]) => `bytes=${from}-${to}`),
    )
    const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'TRACE', 'QUERY', 'get', '')
    const written = fc
      .record({ method, path, range, inFilm: fc.boolean() })
      .map(({ method, path, range, inFilm }) => {
        const target = inFilm ? `${base}film.mp4` : `${base}${path}`
        return Buffer.from(
          `${method} ${target} HTTP/1.1\r\nHost: x\r\nRange: ${range}\r\nConnection: close\r\n\r\n`,
        )
      })
    await fc.assert(
      fc.asyncProperty(fc.oneof(written, fc.uint8Array({ maxLength: 200 })), async (bytes) => {
        await raw(bytes, 150)
        expect(server.exitCode).toBeNull()
      }),
      { numRuns: 300 },
    )
    await expectAlive()
  })

  test('left in the middle, or its file cut meanwhile', async () => {
    for (let count = 0; count < 30; count++) {
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(`GET ${base}film.mp4 HTTP/1.1\r\nHost: x\r\n\r\n`),
      )
      socket.on('error', () => undefined)
      setTimeout(() => socket.destroy(), count)
    }
    const slow = connect(port, '127.0.0.1', () =>
      slow.write(`GET ${base}cut.mp4 HTTP/1.1\r\nHost: x\r\n\r\n`),
    )
    slow.on('error', () => undefined)
    slow.pause()
    await pause(200)
    truncateSync(join(folder, 'cut.mp4'), 10)
    slow.resume()
    await pause(300)
    slow.destroy()
    await expectAlive()
  })
})

describe('who is answered', () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((one) => one && one.family === 'IPv4' && !one.internal)?.address

  test.skipIf(!outside)('this machine alone, unless --host is given', async () => {
    await expect(fetch(`http://${outside}:${port}${base}`)).rejects.toThrow()
    printed = ''
    const open = start(['--dir', folder, '--port', String(port + 100), '--host', '0.0.0.0'])
    try {
      await until(() => printed.includes(`:${port + 100}/`))
      expect((await fetch(`http://${outside}:${port + 100}/`)).status).toBe(200)
    } finally {
      open.kill()
    }
  })

  test.for([
    [['--port', '70000'], {}, '端口要写 1 到 65535 的整数，现在是“70000”。', 2],
    [[], { PORT: 'web' }, '端口要写 1 到 65535 的整数，现在是“web”。', 2],
    [['--base', 'party'], {}, '--base 要以 / 开头、以 / 结尾', 2],
    [['--host', '203.0.113.9'], {}, '这台电脑没有 203.0.113.9 这个地址', 1],
    [['--port', String(port)], {}, `端口 ${port} 已被占用`, 1],
  ] as [string[], Record<string, string>, string, number][])(
    '%j %j is told what is wrong',
    async ([words, env, sentence, code]) => {
      printed = ''
      const child = start(['--dir', folder, ...words], env)
      const ended = await new Promise((done) => child.on('close', done))
      expect(printed).toContain(sentence)
      expect(printed).not.toMatch(/^ +at /m)
      expect(ended).toBe(code)
    },
  )
})
