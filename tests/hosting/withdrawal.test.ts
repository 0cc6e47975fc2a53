import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { manifestFile, manifestOf, readManifest } from '../../src/release/manifest.ts'
import { bundled } from '../bundled.ts'
import { copySmallEdition } from '../edition.ts'
import { build, publicUrl, repository } from './build.ts'

const command = await bundled('release')
const scratch = mkdtempSync(join(tmpdir(), 'withdrawal-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
const portal = join(scratch, 'portal')
const before = join(scratch, 'before')
const after = join(scratch, 'after')
const entry = 'cases/xian-weiyang-cobuild'
const file = join(portal, `content/${entry}.md`)

let wanted: string[] = []

beforeAll(async () => {
  copySmallEdition(portal)
  const parameters = ['--no-check', '--compress', '--url', `${publicUrl}/`, '--out', after]
  const env = { PORTAL_ROOT: portal }
  await build({ parameters, env })
  // What does not change need not be packed again.
  cpSync(after, before, { recursive: true })
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/^status: .*$/m, 'status: withdrawn'))
  await build({ parameters, env })
  writeFileSync(file, text)
  wanted = sentencesOf(text)
}, 900_000)

/** Every file below a folder: its path there and its bytes. */
function filesIn(folder: string): [path: string, bytes: Buffer][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => {
      const path = join(one.parentPath, one.name)
      return [relative(folder, path), readFileSync(path)]
    })
}

function unpacked(path: string, bytes: Buffer): string {
  if (path.endsWith('.gz')) return gunzipSync(bytes).toString('utf8')
  if (path.endsWith('.br')) return brotliDecompressSync(bytes).toString('utf8')
  return bytes.toString('utf8')
}

const bare = (text: string) => text.replace(/<[^>]*>/g, '')

/**
 * Sentences that only the entry says, as its editors wrote them: what other entries, facts or organisations
 * say as well is theirs and stays. Its own page after does not count: it may name the title, and no more.
 */
function sentencesOf(text: string): string[] {
  const others = filesIn(after)
    .filter(([path]) => !/\.(gz|br)$/.test(path) && !path.startsWith(`${entry}.`))
    .map(([, bytes]) => `${bytes.toString('utf8')}\n${bare(bytes.toString('utf8'))}`)
    .join('\n')
  return text
    .replace(/^(title|short): .*$/gm, '')
    .split(/[。；，、：\n“”（）《》\s[\]^*#>|-]+/)
    .filter((one) => /\p{Script=Han}{8}/u.test(one) && !others.includes(one))
}

/** Whether a file holds any of the words, with or without markup between them, by the SHA-256 of its bytes. */
const isHolding = new Map<string, boolean>()

/** Files below a folder that hold words of the entry. Releases share most of their files: each is unpacked once. */
function holding(folder: string): string[] {
  return filesIn(folder)
    .filter(([path, bytes]) => {
      const name = hash('sha256', bytes)
      let holds = isHolding.get(name)
      if (holds === undefined) {
        const text = unpacked(path, bytes)
        const spoken = bare(text)
        holds = wanted.some((one) => text.includes(one) || spoken.includes(one))
        isHolding.set(name, holds)
      }
      return holds
    })
    .map(([path]) => path)
}

function release(to: string, ...words: string[]) {
  const args = [command('release'), '--to', to, ...words]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: repository,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return stdout
}

const share = () =>
  /share\/[\w-]+\.png/.exec(readFileSync(join(before, `${entry}.html`), 'utf8'))?.[0] ?? ''

/** Nothing of the entry is left below a folder of releases, and what is served is whole. */
function expectGone(to: string): void {
  expect(holding(to)).toEqual([])
  const paths = readdirSync(to, { recursive: true, encoding: 'utf8' })
  expect(paths.filter((path) => path.endsWith(share()))).toEqual([])
  expect(release(to, '--verify')).toContain('都和发布时一样')
  const current = join(to, 'current')
  const served = new Map(manifestOf(current).files.map((one) => [one.path, one.sha256]))
  for (const { path, sha256 } of readManifest(join(current, manifestFile)).files)
    expect(served.get(path), path).toBe(sha256)
}

test('the words that are looked for are in pages, search, lists, feeds and their packed copies', () => {
  const found = holding(before)
  expect(wanted.length).toBeGreaterThan(10)
  const summary = /^summary: (.*)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
  expect(wanted.some((one) => summary.includes(one))).toBe(true)
  for (const kind of [
    /^cases\/.*cobuild\.html$/,
    /^cases\/.*cobuild\.html\.br$/,
    /^search\/t-/,
    /^cases\/index/,
  ])
    expect(
      found.some((path) => kind.test(path)),
      String(kind),
    ).toBe(true)
  expect(share()).toMatch(/^share\//)
  expect(holding(after)).toEqual([])
})

describe.each(['--link', '--copy'])('releases with %s', (mode) => {
  test('an entry marked as withdrawn goes from all that was released before', () => {
    const to = join(scratch, `marked${mode}`)
    release(to, mode, '--from', before)
    const said = release(to, '--from', after)
    expect(said).toContain(`  ${entry}.html`)
    expect(said).toContain(`  /${share()}`)
    expectGone(to)
    const page = () => readFileSync(join(to, 'current', `${entry}.html`), 'utf8')
    expect(page()).toContain('已经撤下')
    const list = JSON.parse(readFileSync(join(to, 'current/withdrawn.json'), 'utf8')) as object
    expect(list).toMatchObject({ version: 1, withdrawn: [{ path: `${entry}.html` }] })

    release(to, '--rollback')
    expectGone(to)
    expect(page()).toContain('这一篇已经撤下')
    // Other pages and shards are those of then.
    const kept = (path: string) => readFileSync(join(to, 'current', path), 'utf8')
    expect(kept('cases/hangzhou.html')).toBe(
      readFileSync(join(before, 'cases/hangzhou.html'), 'utf8'),
    )
  })

  test('an entry is taken out at once, without a build, and is not published again', () => {
    const to = join(scratch, `taken${mode}`)
    release(to, mode, '--from', before)
    release(to, '--from', before, '--note', 'again')
    // Its summary is also shown by lists, whose own words stay.
    const said = release(to, '--withdraw', `content/${entry}.md`)
    expect(said).toContain(`撤下了 ${entry}.html`)
    expectGone(to)
    release(to, '--rollback')
    expectGone(to)
    const again = spawnSync(process.execPath, [command('release'), '--to', to, '--from', before], {
      cwd: repository,
      encoding: 'utf8',
    })
    expect(again).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('又有已经撤下的') as string,
    })
    release(to, '--restore', entry)
    release(to, '--from', before)
    expect(readFileSync(join(to, 'current', `${entry}.html`), 'utf8')).not.toContain('已经撤下')
  })
})
