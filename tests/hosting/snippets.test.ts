import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { caching } from '../../src/publish/file-kinds.ts'
import { caddyfile } from '../../src/publish/hosts/caddy.ts'
import { nginxLocation, nginxMaps } from '../../src/publish/hosts/nginx.ts'
import { securityHeaders } from '../../src/publish/policy.ts'
import { freePort, running } from './hosts.ts'
import type { Host } from './hosts.ts'

/**
 * The hosts' blocks as the handbook prints them, and as they would be for a base or folders that are named
 * like ours: what is kept for a year, what is asked about, what is nobody's to read.
 */

const scratch = mkdtempSync(join(tmpdir(), 'snippets-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const { immutable, revalidated } = caching
const expected: Record<string, 404 | string> = {
  '': revalidated,
  'index.html': revalidated,
  'cases/index.html': revalidated,
  'assets/app.Cq-3x9_B.js': immutable,
  'share/0123456789abcdef.png': immutable,
  'search/g-0-jM5a.bin': immutable,
  'search/manifest.json': revalidated,
  'search.html': revalidated,
  'build-manifest.json': revalidated,
  'media/share/photo-2024.png': revalidated,
  'media/assets/app.20240101.png': revalidated,
  'cases/search/a-2024.png': revalidated,
  'assets/photo.png': revalidated,
  'share/photo.png': revalidated,
  assets: 404,
  cases: revalidated,
  'media/': 404,
  'assets/': 404,
  _headers: 404,
  'nowhere.html': 404,
  'search/gone-jM5a.bin': 404,
}
/** What the file at an address holds: its path. */
const pageAt = (path: string) => (path === 'cases' ? 'cases/index.html' : path || 'index.html')
const folder = join(scratch, 'current')
for (const path of Object.keys(expected)) {
  if (!/\.\w+$|^_/.test(path) || /nowhere|gone/.test(path)) continue
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), path)
}
writeFileSync(join(folder, '404.html'), 'no such page')

const handbook = readFileSync('docs/handbook/hosts.md', 'utf8')
/** Blocks of a section of the handbook, as a reader copies them. */
function printed(heading: string): string[] {
  const [, section = ''] = handbook.split(`\n## ${heading}\n`)
  const [own = ''] = section.split('\n## ')
  return [...own.matchAll(/```\w+\n([^]*?)```/g)].map(([, block = '']) => block)
}

const [nginxRoot = '', nginxRedirecting = '', nginxMap = '', nginxBlock = ''] = printed('nginx')
const [caddyRoot = '', caddyBelow = ''] = printed('Caddy')
const here = (text: string) => text.replaceAll('/srv/chaotou/current', folder)
const server = (port: number, block: string) =>
  `server {\n  listen 127.0.0.1:${port};\n  location / { return 200 "another site"; }\n${block}}\n`

async function nginx(text: string, port: number): Promise<Host> {
  const own = join(scratch, `nginx-${port}`)
  mkdirSync(own)
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const temporary = kinds.map((kind) => `${kind}_temp_path ${own}/${kind};`).join(' ')
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  writeFileSync(
    join(own, 'nginx.conf'),
    `daemon off; pid ${own}/pid; error_log stderr error; ${user} events {}
http { access_log off; ${temporary}\n${text}}`,
  )
  return running(spawn('nginx', ['-p', own, '-c', join(own, 'nginx.conf')]), port)
}

async function caddy(text: string, port: number): Promise<Host> {
  const own = join(scratch, `caddy-${port}`)
  mkdirSync(own)
  writeFileSync(join(own, 'Caddyfile'), `{\n  admin off\n  auto_https off\n}\n${text}`)
  const env = { ...process.env, HOME: own, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own }
  const words = ['run', '--config', join(own, 'Caddyfile'), '--adapter', 'caddyfile']
  return running(spawn('caddy', words, { env }), port)
}

const asPrinted: [string, string, (port: number) => Promise<Host>][] = [
  [
    'nginx',
    '/',
    (port) => nginx(here(nginxRoot).replace('listen 80;', `listen 127.0.0.1:${port};`), port),
  ],
  ['nginx', '/party/', (port) => nginx(`${nginxMap}${server(port, here(nginxBlock))}`, port)],
  [
    'Caddy',
    '/',
    (port) =>
      caddy(here(caddyRoot).replace(/^portal\.example\.cn/m, `http://127.0.0.1:${port}`), port),
  ],
  [
    'Caddy',
    '/party/',
    (port) =>
      caddy(here(caddyBelow).replace(/^portal\.example\.cn/m, `http://127.0.0.1:${port}`), port),
  ],
]
const odd = ['/share/', '/assets/', '/search/', '/a.b/c-d/']
const written = odd.flatMap((base): typeof asPrinted => {
  const place = { name: 'localhost', root: folder, base }
  return [
    ['nginx', base, (port) => nginx(nginxMaps(place) + server(port, nginxLocation(place)), port)],
    [
      'Caddy',
      base,
      (port) => caddy(caddyfile({ ...place, name: `http://127.0.0.1:${port}` }), port),
    ],
  ]
})

describe.for([...asPrinted, ...written])('%s at %s', ([, base, start]) => {
  test('keeps for a year what the build named by its content, and nothing else', async () => {
    const port = await freePort()
    const host = await start(port)
    try {
      for (const [path, wanted] of Object.entries(expected)) {
        // A folder's address may be completed by the host.
        const answer = await fetch(`${host.origin}${base}${path}`)
        const text = await answer.text()
        const given = answer.headers.get('cache-control')
        if (wanted === 404)
          expect([answer.status, text, given], path).toEqual([404, 'no such page', revalidated])
        else expect([answer.status, text, given], path).toEqual([200, pageAt(path), wanted])
        for (const [name, value] of securityHeaders)
          expect(answer.headers.get(name), `${path} ${name}`).toBe(value)
      }
      const post = await fetch(`${host.origin}${base}index.html`, { method: 'POST' })
      expect(post.status).toBe(405)
      if (base !== '/') {
        const short = await fetch(host.origin + base.slice(0, -1), { redirect: 'manual' })
        expect(short.headers.get('location')).toBe(base)
      }
    } finally {
      await host.stop()
    }
  })
})

test('the block that leads to the encrypted site is one nginx takes', async () => {
  const port = await freePort()
  const host = await nginx(
    nginxRedirecting.replace('listen 80;', `listen 127.0.0.1:${port};`),
    port,
  )
  const answer = await fetch(`${host.origin}/cases/a.html?b=c`, { redirect: 'manual' })
  await host.stop()
  expect(answer.status).toBe(301)
  expect(answer.headers.get('location')).toBe('https://127.0.0.1/cases/a.html?b=c')
})
