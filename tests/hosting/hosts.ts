import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { caddyfile } from '../../src/publish/hosts/caddy.ts'
import {
  nginxConfig,
  nginxLocation,
  nginxMaps,
  nginxRedirect,
} from '../../src/publish/hosts/nginx.ts'
import type { NginxPlace } from '../../src/publish/hosts/nginx.ts'
import { adminPolicy, mediaTypes } from '../../src/publish/policy.ts'

/** A running host. */
export interface Host {
  origin: string
  /** Where the same host answers without encryption, when it is encrypted. */
  plain?: string
  stop: () => Promise<void>
}

/**
 * What a host is given: the folder that stands for `/`, in which the output lies at the base, and a folder
 * for its own files.
 */
export interface HostSetting {
  root: string
  base: string
  scratch: string
  /** Encrypted, with a certificate made for the test. */
  tls?: boolean
}

interface HostKind {
  name: string
  /** Sends the portal's headers; a bare store cannot. */
  headers: boolean
  /** Sends files compressed beforehand. */
  packed: readonly string[]
  start: (setting: HostSetting) => Promise<Host>
}

const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'
const hasBrotli = existsSync(brotliModule)

async function startNginx({ root, base, scratch, tls }: HostSetting): Promise<Host> {
  const [port, plain] = [await freePort(), await freePort()]
  mkdirSync(scratch, { recursive: true })
  const listen = `127.0.0.1:${port}${tls ? ' ssl' : ''}`
  const admin = adminPolicy()
  const folder = join(root, base).replace(/\/$/, '')
  const place = { name: 'localhost', root: folder, base, listen, brotli: hasBrotli, admin }
  const blocks = base === '/' ? nginxConfig(place) : besideAnother(place)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const config = `
daemon off;
pid ${scratch}/nginx.pid;
error_log stderr error;
${hasBrotli ? `load_module ${brotliModule};` : ''}
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${scratch}/${name};`).join(' ')}
  ${tls ? `${certificateFor(scratch)}\n  ${nginxRedirect('localhost', `127.0.0.1:${plain}`)}` : ''}
  ${blocks}
}`
  writeFileSync(join(scratch, 'nginx.conf'), config)
  const nginx = spawn('nginx', ['-p', scratch, '-c', join(scratch, 'nginx.conf')])
  return {
    ...(await running(nginx, port, tls)),
    ...(tls ? { plain: `http://localhost:${plain}` } : {}),
  }
}

/** Under a base the portal stands in a server that holds another site. */
function besideAnother(place: NginxPlace): string {
  const { name, listen } = place
  return `${nginxMaps(place)}server {
  listen ${listen};
  server_name ${name};
  server_tokens off;
  location / { default_type text/plain; return 200 "another site"; }
  ${nginxLocation(place)}}`
}

/** Make a certificate, and say to nginx where it is. */
function certificateFor(scratch: string): string {
  const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => join(scratch, name))
  const made = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost']
  execFileSync('openssl', ['req', ...made, '-keyout', `${key}`, '-out', `${certificate}`], {
    stdio: 'ignore',
  })
  return `ssl_certificate ${certificate}; ssl_certificate_key ${key};`
}

async function startCaddy({ root, base, scratch, tls }: HostSetting): Promise<Host> {
  const port = await freePort()
  mkdirSync(scratch, { recursive: true })
  const name = tls ? 'localhost' : `http://127.0.0.1:${port}`
  const folder = join(root, base).replace(/\/$/, '')
  const site = caddyfile({ name, root: folder, base, admin: adminPolicy() })
  const another = '  handle {\n    respond "another site"\n  }\n}\n'
  const sites = base === '/' ? site : site.replace(/\}\n$/, another)
  const secure = `https_port ${port}\n  auto_https disable_redirects\n  local_certs\n  skip_install_trust`
  const options = `{\n  admin off\n  ${tls ? secure : 'auto_https off'}\n}\n`
  writeFileSync(join(scratch, 'Caddyfile'), `${options}${sites}`)
  const caddy = spawn(
    'caddy',
    ['run', '--config', join(scratch, 'Caddyfile'), '--adapter', 'caddyfile'],
    {
      env: { ...process.env, HOME: scratch, XDG_DATA_HOME: scratch, XDG_CONFIG_HOME: scratch },
    },
  )
  return running(caddy, port, tls)
}

/** A store without directory index, clean addresses or guesses about case: an object is there or is not. */
function objectStore(setting: HostSetting): Promise<Host> {
  return listening((request, response) => {
    const file = exactFile(setting, request)
    if (file) send(request, response, file, 200)
    else send(request, response, join(setting.root, setting.base, '404.html'), 404)
  })
}

/** A host that answers for a folder it does not know with the first page, as app hosts do. */
function rootForUnknown(setting: HostSetting): Promise<Host> {
  return listening((request, response) => {
    const file = exactFile(setting, request)
    if (file) return send(request, response, file, 200)
    const isFolder = /\/$/.test(new URL(request.url ?? '/', 'http://host').pathname)
    const [name, status] = isFolder ? ['index.html', 200] : ['404.html', 404]
    send(request, response, join(setting.root, setting.base, String(name)), Number(status))
  })
}

function exactFile({ root, base }: HostSetting, { url }: IncomingMessage): string | undefined {
  const { pathname } = new URL(url ?? '/', 'http://host')
  const path = pathname === base ? `${base}index.html` : decodeURIComponent(pathname)
  const file = join(root, path)
  return file.startsWith(root) && existsSync(file) && statSync(file).isFile() ? file : undefined
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  status: number,
): void {
  const bytes = readFileSync(file)
  const type = mediaTypes[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  response.setHeader('Content-Type', /^text|json|xml/.test(type) ? `${type}; charset=utf-8` : type)
  response.setHeader('Accept-Ranges', 'bytes')
  if (from === undefined || status !== 200) return void response.writeHead(status).end(bytes)
  const last = to ? Math.min(Number(to), bytes.length - 1) : bytes.length - 1
  response.setHeader('Content-Range', `bytes ${from}-${last}/${bytes.length}`)
  response.writeHead(206).end(bytes.subarray(Number(from), last + 1))
}

export const hostKinds: readonly HostKind[] = [
  {
    name: 'nginx',
    headers: true,
    packed: hasBrotli ? ['br', 'gzip'] : ['gzip'],
    start: startNginx,
  },
  { name: 'Caddy', headers: true, packed: ['br', 'gzip'], start: startCaddy },
  { name: 'an object store', headers: false, packed: [], start: objectStore },
  {
    name: 'a host that answers unknown folders with the first page',
    headers: false,
    packed: [],
    start: rootForUnknown,
  },
]

async function listening(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Host> {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { origin: `http://127.0.0.1:${port}`, stop }
}

export async function freePort(): Promise<number> {
  const { origin, stop } = await listening(() => undefined)
  await stop()
  return Number(new URL(origin).port)
}

/** Wait until a server takes connections, over TLS with its certificate; throws with what it said when it ends first. */
export async function running(child: ChildProcess, port: number, tls = false): Promise<Host> {
  let said = ''
  child.stderr?.on('data', (text) => (said += text))
  const ended = new Promise<void>((done) => child.on('close', () => done()))
  child.on('error', (error) => (said += error.message))
  for (let wait = 0; wait < 100; wait++) {
    if (await connects(port, tls)) {
      const stop = async () => {
        child.kill()
        await ended
      }
      return { origin: tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`, stop }
    }
    if (child.exitCode !== null || child.pid === undefined) break
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`${child.spawnfile} did not start (apt-get install nginx caddy): ${said}`)
}

function connects(port: number, tls: boolean): Promise<boolean> {
  return new Promise((done) => {
    // Caddy listens before it has made its certificate, and names it for `localhost` alone.
    const socket = tls
      ? connectSecurely({
          port,
          host: '127.0.0.1',
          servername: 'localhost',
          rejectUnauthorized: false,
        })
      : connect(port, '127.0.0.1')
    socket.on('error', () => done(false))
    socket.on(tls ? 'secureConnect' : 'connect', () => {
      done(true)
      socket.destroy()
    })
  })
}
