import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  adminPolicy,
  contentSecurityPolicy,
  headersFor,
  mediaTypes,
} from '../../src/publish/policy.ts'
import { copySmallEdition, deepBase } from '../edition.ts'
import { build, publicUrl } from './build.ts'
import { crawl } from './crawl.ts'
import { hostKinds } from './hosts.ts'
import type { Host } from './hosts.ts'
import { openBrowser } from './browser.ts'
import { holdMeeting } from './meeting.ts'

const scratch = mkdtempSync(join(tmpdir(), 'hosting-'))
const portal = join(scratch, 'portal')
beforeAll(() => copySmallEdition(portal))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** A response with its bytes as they came, not unpacked. */
interface Raw {
  status: number
  headers: Record<string, string | string[] | undefined>
  bytes: Buffer
}

function ask(address: string, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((done, fail) => {
    request(address, { headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(parts),
        }),
      )
    })
      .on('error', fail)
      .end()
  })
}

describe.for(['/', deepBase])('at %s', (base) => {
  const root = join(scratch, base === '/' ? 'root' : 'deep')
  const folder = join(root, base)

  beforeAll(() =>
    build({
      parameters: [
        '--base',
        base,
        '--url',
        `${publicUrl}${base}`,
        '--out',
        folder,
        '--compress',
        '--no-check',
      ],
      env: { PORTAL_ROOT: portal },
    }),
  )

  test('a branch meeting is held from its plan to its record, and nothing leaves the base', async () => {
    const { browser, host } = await openBrowser('nginx', {
      ...{ root, base },
      scratch: join(scratch, `meeting${base}`.replaceAll('/', '-')),
    })
    const home = host.origin + base
    const faults: string[] = []
    const context = await browser.newContext({ reducedMotion: 'reduce' })
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text())
    })
    context.on('weberror', (error) => faults.push(String(error.error())))
    context.on('request', (request) => {
      if (!request.url().startsWith(home) && !/^(?:blob|data):/.test(request.url()))
        faults.push(`asked ${request.url()}`)
    })
    try {
      expect(await holdMeeting(await context.newPage(), home)).toEqual([
        expect.stringMatching(/^会议记录.*\.docx$/),
        ...['chaotou-know-the-base.pptx', 'chaotou-know-the-base.epub', 'chaotou-pack.zip'],
      ])
    } finally {
      await browser.close()
      await host.stop()
    }
    expect(faults).toEqual([])
  })

  describe.for(hostKinds.map((kind) => [kind.name, kind] as const))('%s', ([name, kind]) => {
    let host: Host
    const at = (path: string) => `${host.origin}${base}${path}`
    const text = (path: string) => readFileSync(join(folder, path), 'utf8')

    beforeAll(async () => {
      host = await kind.start({
        root,
        base,
        scratch: join(scratch, `${name}${base}`.replaceAll('/', '-').replaceAll(' ', '-')),
      })
    })
    afterAll(() => host?.stop())

    test('leads nowhere that is not there', async () => {
      const { pages, files, faults } = await crawl(host.origin, base, publicUrl)
      expect(faults).toEqual([])
      expect(pages).toBeGreaterThan(400)
      console.log(`${name} at ${base}: ${pages} pages and ${files} files, 0 broken`)
    })

    test('gives every kind of file its type', async () => {
      const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      for (const [ending, type] of Object.entries(mediaTypes)) {
        const file = all.find((path) => path.endsWith(`.${ending}`))
        if (!file) continue
        const { status, headers } = await ask(at(file))
        expect(status, file).toBe(200)
        const [given, charset = ''] = String(headers['content-type']).split(/;\s*/)
        expect(given, file).toBe(type)
        if (type.startsWith('text/')) expect(charset.toLowerCase(), file).toBe('charset=utf-8')
      }
    })

    test('answers 404 with the page that says so', async () => {
      const missing = ['nowhere.html', 'cases/Hangzhou.html', 'assets/gone.00000000.js']
      const hidden = kind.headers ? ['_headers', 'media/films/'] : []
      for (const path of [...missing, ...hidden]) {
        const { status, headers, bytes } = await ask(at(path))
        expect(status, path).toBe(404)
        expect(bytes.toString(), path).toBe(text('404.html'))
        expect(headers['content-type'], path).toMatch(/^text\/html/)
        // A host between must not keep the answer until the file is there.
        if (kind.headers) expect(headers['cache-control'], path).toBe('no-cache')
      }
    })

    test.runIf(kind.headers && base !== '/')('leaves the site around it alone', async () => {
      for (const path of ['/', '/elsewhere', `${base.slice(0, -1)}house/`]) {
        const { status, headers, bytes } = await ask(`${host.origin}${path}`)
        expect([status, bytes.toString()], path).toEqual([200, 'another site'])
        expect(headers['content-security-policy'], path).toBeUndefined()
      }
      const { status, headers } = await ask(host.origin + base.slice(0, -1))
      expect([status >= 301 && status <= 302, headers.location]).toEqual([true, base])
    })

    test('gives a part of a file when asked for one', async () => {
      const file = 'icon-192.png'
      const whole = readFileSync(join(folder, file))
      const { status, headers, bytes } = await ask(at(file), { Range: 'bytes=10-19' })
      expect(status).toBe(206)
      expect(headers['content-range']).toBe(`bytes 10-19/${whole.length}`)
      expect(bytes).toEqual(whole.subarray(10, 20))
    })

    test.runIf(kind.headers)('sends the headers of the policy with every answer', async () => {
      const script = readdirSync(join(folder, 'assets')).find((one) => one.endsWith('.js'))
      const paths = [
        'index.html',
        'nowhere.html',
        `assets/${script}`,
        'search/manifest.json',
        'feed.xml',
        'manifest.webmanifest',
      ]
      for (const path of paths) {
        const { headers } = await ask(at(path))
        const wanted = Object.entries(
          headersFor(path === 'nowhere.html' ? '/404.html' : `/${path}`),
        )
        const given = wanted.map(([header]) => [header, headers[header.toLowerCase()]])
        expect(given, path).toEqual(wanted)
        expect(headers['x-powered-by'], path).toBeUndefined()
      }
    })

    test.runIf(kind.headers)(
      'gives the editor a policy of its own, and no other page',
      async () => {
        const policyOf = async (path: string) =>
          (await ask(at(path))).headers['content-security-policy']
        mkdirSync(join(folder, 'admin'), { recursive: true })
        writeFileSync(join(folder, 'admin/index.html'), '<!doctype html>')
        expect(await policyOf('admin/index.html')).toBe(adminPolicy())
        expect(await policyOf('cases/hangzhou.html')).toBe(contentSecurityPolicy)
      },
    )

    test.for(kind.packed)('sends what was packed with %s beforehand', async (coding) => {
      const unpack = coding === 'br' ? brotliDecompressSync : gunzipSync
      for (const path of ['cases/hangzhou.html', 'search/manifest.json', 'feed.xml']) {
        const { headers, bytes } = await ask(at(path), { 'Accept-Encoding': coding })
        expect(headers['content-encoding'], path).toBe(coding)
        expect(headers['vary'], path).toMatch(/accept-encoding/i)
        expect(unpack(bytes).toString(), path).toBe(text(path))
        expect(bytes, path).toEqual(
          readFileSync(join(folder, `${path}.${coding === 'br' ? 'br' : 'gz'}`)),
        )
      }
    })

    test.runIf(kind.headers)('answers 304 to a browser that has the file', async () => {
      const { headers } = await ask(at('index.html'))
      const again = await ask(at('index.html'), { 'If-None-Match': String(headers.etag) })
      expect(again.status).toBe(304)
      expect(again.bytes.length).toBe(0)
    })
  })
})
