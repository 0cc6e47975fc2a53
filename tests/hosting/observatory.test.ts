import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import type { IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostKinds } from './hosts.ts'
import type { Host } from './hosts.ts'

/** The tests of Mozilla's HTTP Observatory on answers as they arrive. Source: its scoring, version 5. */

const scratch = mkdtempSync(join(tmpdir(), 'observatory-'))
const root = resolve(import.meta.dirname, '../../.vitepress/dist')
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** An answer over TLS, from a host whose certificate nobody vouches for. */
function headersAt(address: string): Promise<IncomingHttpHeaders> {
  return new Promise((done, fail) => {
    request(address, { rejectUnauthorized: false }, (response) => {
      response.resume()
      response.on('end', () => done(response.headers))
    })
      .on('error', fail)
      .end()
  })
}

/** Directives of a policy by name. */
function directivesOf(policy: string): Map<string, string[]> {
  const list = policy.split(';').map((one) => one.trim().split(/\s+/))
  return new Map(list.map(([name = '', ...values]) => [name, values]))
}

const halfAYear = 15_768_000

/** Points each finding gives or costs; what is found decides which line holds. */
function points(headers: IncomingHttpHeaders, html: string): Record<string, number> {
  const text = (name: string) => String(headers[name] ?? '')
  const policy = directivesOf(text('content-security-policy'))
  const values = [...policy.values()].flat()
  const unsafe = values.some((value) => /unsafe|^\*$|^https?:$/.test(value))
  const isStrict = policy.get('default-src')?.join() === "'none'" && !unsafe
  const [, age = '0'] = /max-age=(\d+)/.exec(text('strict-transport-security')) ?? []
  return {
    'content policy that denies by default and allows nothing unsafe': isStrict ? 10 : -25,
    'no cookie': headers['set-cookie'] ? -20 : 0,
    'no other origin may read answers': headers['access-control-allow-origin'] ? -50 : 0,
    'only encrypted, for half a year at least': Number(age) >= halfAYear ? 0 : -20,
    'referrer kept from other origins': /^(no-referrer|same-origin|strict-origin)/.test(
      text('referrer-policy'),
    )
      ? 5
      : 0,
    'scripts from its own origin alone': foreignScripts(html).length > 0 ? -50 : 0,
    'no guessing of types': text('x-content-type-options') === 'nosniff' ? 0 : -5,
    'not framed, as the policy says': policy.get('frame-ancestors')?.join() === "'none'" ? 5 : -20,
    'files for its own origin alone':
      text('cross-origin-resource-policy') === 'same-origin' ? 10 : 0,
  }
}

function foreignScripts(html: string): string[] {
  const found: string[] = []
  const parser = new Parser({
    onopentag(name, { src = '' }) {
      if (name === 'script' && /^(https?:)?\/\//.test(src)) found.push(src)
    },
  })
  parser.end(html)
  return found
}

describe.for(hostKinds.filter(({ headers }) => headers).map((kind) => [kind.name, kind] as const))(
  '%s',
  ([name, kind]) => {
    let host: Host
    beforeAll(async () => {
      expect(existsSync(join(root, 'index.html')), 'run `npm run build` first').toBe(true)
      const folder = join(scratch, name)
      mkdirSync(folder)
      host = await kind.start({ root, base: '/', scratch: folder, tls: true })
    })
    afterAll(() => host?.stop())

    test('would be given A+ for every kind of answer', async () => {
      const [asset] = readdirSync(join(root, 'assets'))
      for (const path of [
        '',
        'cases/hangzhou.html',
        'nowhere',
        `assets/${asset}`,
        'data/facts.json',
      ]) {
        const headers = await headersAt(`${host.origin}/${path}`)
        const file = join(root, path)
        const html = path.endsWith('.html') ? readFileSync(file, 'utf8') : ''
        const given = points(headers, html)
        expect(
          Object.entries(given).filter(([, count]) => count < 0),
          path,
        ).toEqual([])
        const score = Object.values(given).reduce((sum, count) => sum + count, 100)
        expect(score, path).toBe(130)
        if (path === '') console.log(`${name}: ${score} points`, headers)
      }
    })

    test.runIf(name === 'nginx')('sends readers who come unencrypted on', async () => {
      const { status, headers } = await fetch(`${host.plain}/cases/hangzhou.html?a=b`, {
        redirect: 'manual',
      })
      expect(status).toBe(301)
      expect(headers.get('location')).toBe('https://localhost/cases/hangzhou.html?a=b')
    })

    test('loses points for what is missing', async () => {
      const headers = await headersAt(`${host.origin}/`)
      const score = (one: IncomingHttpHeaders) =>
        Object.values(points(one, '')).reduce((sum, count) => sum + count, 100)
      for (const header of [
        'content-security-policy',
        'strict-transport-security',
        'referrer-policy',
        'x-content-type-options',
        'cross-origin-resource-policy',
      ])
        expect(score({ ...headers, [header]: undefined }), header).toBeLessThan(130)
    })
  },
)
