import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

/** Seeking needs ranges; the hosts operators use most answer them, with the type players want. */

const root = resolve('content')
const scratch = mkdtempSync(join(tmpdir(), 'hosting-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const film = readFileSync('content/media/films/know-the-base.mp4')

const hosts: Record<string, { command: string; parameters: (port: number) => string[] }> = {
  nginx: { command: 'nginx', parameters: (port) => ['-c', nginxSettings(port), '-p', scratch] },
  caddy: {
    command: 'caddy',
    parameters: (port) => ['file-server', '--root', root, '--listen', `127.0.0.1:${port}`],
  },
}

function nginxSettings(port: number): string {
  const file = join(scratch, 'nginx.conf')
  mkdirSync(join(scratch, 'logs'), { recursive: true })
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  writeFileSync(
    file,
    `daemon off; pid ${scratch}/pid; error_log ${scratch}/error.log;
events {}
http {
  access_log off;
  include /etc/nginx/mime.types;
  ${folders.map((name) => `${name}_temp_path ${scratch}/${name};`).join(' ')}
  server { listen 127.0.0.1:${port}; root ${root}; }
}
`,
  )
  return file
}

const isInstalled = (command: string) => !spawnSync(command, ['version']).error

describe.each(Object.entries(hosts))('%s', (_name, { command, parameters }) => {
  // Where a host is not installed there is nothing to ask; the test machine has both.
  test.skipIf(!isInstalled(command))('answers a player that seeks', async () => {
    const port = await freePort()
    const server = spawn(command, parameters(port), { stdio: 'ignore' })
    try {
      const address = `http://127.0.0.1:${port}/media/films/know-the-base.mp4`
      const middle = await asked(address, 'bytes=500000-500099')
      expect(middle.status).toBe(206)
      expect(middle.headers.get('content-type')).toBe('video/mp4')
      expect(middle.headers.get('content-range')).toBe(`bytes 500000-500099/${film.length}`)
      expect(Buffer.from(await middle.arrayBuffer())).toEqual(film.subarray(500000, 500100))
      const end = await asked(address, 'bytes=-100')
      expect(Buffer.from(await end.arrayBuffer())).toEqual(film.subarray(-100))
      expect((await asked(address, `bytes=${film.length}-`)).status).toBe(416)
      const whole = await asked(address)
      expect(whole.status).toBe(200)
      expect(whole.headers.get('accept-ranges')).toBe('bytes')
    } finally {
      await ended(server)
    }
  })
})

async function asked(address: string, range?: string): Promise<Response> {
  for (let tries = 0; ; tries++)
    try {
      return await fetch(address, { headers: range ? { Range: range } : {} })
    } catch (error) {
      if (tries === 50) throw error
      await new Promise((resume) => setTimeout(resume, 100))
    }
}

function freePort(): Promise<number> {
  return new Promise((resume) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      // A listening TCP server has an address with a port.
      const { port } = probe.address() as AddressInfo
      probe.close(() => resume(port))
    })
  })
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resume) => {
    server.once('exit', () => resume())
    server.kill('SIGTERM')
  })
}
