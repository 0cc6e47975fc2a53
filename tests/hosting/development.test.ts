import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { hash } from 'node:crypto'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lendTo } from '../collected.ts'
import { deepBase } from '../edition.ts'
import { manifestFile, readManifest } from '../../src/release/manifest.ts'

/** Development answers with what the build would write, at every address of the edition with its editor and what it collected. */
const base = deepBase
const port = 4790
const scratch = mkdtempSync(join(tmpdir(), 'development-'))
const portal = join(scratch, 'portal')
const out = join(scratch, 'dist')
let server: ChildProcess

beforeAll(async () => {
  for (const part of ['content', 'seeds', 'films', 'site.yaml'])
    cpSync(part, join(portal, part), { recursive: true })
  appendFileSync(join(portal, 'site.yaml'), '\nadmin: {}\n')
  lendTo(portal)
  const env = {
    ...process.env,
    PORTAL_ROOT: portal,
    PORTAL_BASE: base,
    PORTAL_URL: `https://party.example${base}`,
  }
  const built = spawnSync(process.execPath, ['scripts/build.js', '--out', out], {
    env,
    encoding: 'utf8',
  })
  expect(built.status, built.stdout + built.stderr).toBe(0)
  const vitepress = ['node_modules/vitepress/bin/vitepress.js', 'dev', '.', '--port', String(port)]
  server = spawn(process.execPath, vitepress, {
    env: { ...env, NODE_ENV: 'development' },
    stdio: 'ignore',
  })
  for (let tries = 0; tries < 240; tries++) {
    const ready = await fetch(`http://localhost:${port}${base}`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready) return
    await new Promise((done) => setTimeout(done, 500))
  }
  throw new Error('the development server did not start')
})
afterAll(() => {
  server.kill()
  rmSync(scratch, { recursive: true, force: true })
})

async function answer(path: string): Promise<{ status: number; bytes: Buffer; type: string }> {
  const address = `http://localhost:${port}${base}${encodeURI(path)}`
  const response = await fetch(address)
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, bytes, type: response.headers.get('content-type') ?? '' }
}

test('every address of a build has the same bytes in development', async () => {
  const { files } = readManifest(join(out, manifestFile))
  expect(files.length).toBeGreaterThan(2000)
  expect(files.map(({ path }) => path)).toContain('admin/config.json')
  const others: string[] = []
  for (const { path, sha256 } of files) {
    const { status, bytes } = await answer(path)
    if (status !== 200 || hash('sha256', bytes) !== sha256) others.push(path)
  }
  // The settings script ends with the panel and what reloads a page.
  expect(others).toEqual([expect.stringMatching(/^assets\/boot\.\w+\.js$/)])
  const [script = ''] = others
  const written = readFileSync(join(out, script))
  expect((await answer(script)).bytes.subarray(0, written.length)).toEqual(written)
})

test('what no build writes is not there, with the page that says so', async () => {
  for (const path of ['cases/nothing.html', 'cases/hangzhou.md', 'nothing.txt']) {
    const { status, bytes, type } = await answer(path)
    expect([path, status]).toEqual([path, 404])
    expect(type).toMatch(/^text\/html/)
    expect(bytes).toEqual(readFileSync(join(out, '404.html')))
  }
})
