import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recoverOutput, swap, workPlace } from '../../builder/memo/swap.ts'
import { manifestFile, readManifest } from '../../src/release/manifest.ts'
import { verify } from '../../src/release/verify.ts'
import { workFolder } from '../../src/target/work-folder.ts'
import { copyShortEdition } from '../edition.ts'
import { build, startBuild } from './build.ts'

const scratch = mkdtempSync(join(tmpdir(), 'interruption-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
const out = join(scratch, 'out')
const parameters = ['--out', out, '--no-check']
const env = { PORTAL_ROOT: join(scratch, 'portal') }
/** Parameters that change every page, unlike those of any other number. */
const elsewhere = (number: number) => [...parameters, '--url', `https://portal-${number}.test/`]

beforeAll(() => {
  copyShortEdition(env.PORTAL_ROOT)
  return build({ parameters, env })
})

/** Milliseconds after which a build is killed: from its start to about its end. */
test.for([150, 400, 700, 1100, 1600, 2400])(
  'killed after %i ms, a build leaves the last output whole',
  async (wait) => {
    const child = startBuild({ parameters: elsewhere(wait), env })
    await new Promise((done) => setTimeout(done, wait))
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
    await new Promise((done) =>
      child.exitCode === null && child.signalCode === null ? child.on('close', done) : done(0),
    )
    recoverOutput(out)
    expect(await verify(out, readManifest(join(out, manifestFile)).files)).toEqual([])
  },
)

test('the next build after that succeeds', async () => {
  await build({ parameters, env })
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('href="/cases/index.html"')
  expect(existsSync(workFolder(out))).toBe(false)
})

/** What a build that was started said, and how it ended. */
async function ended(
  child: ReturnType<typeof startBuild>,
): Promise<{ code: unknown; said: string }> {
  let said = ''
  child.stderr?.on('data', (text) => (said += String(text)))
  const code = await new Promise((done) => child.on('close', done))
  return { code, said }
}

test('told to end, a build leaves the last output and nothing beside it', async () => {
  const child = startBuild({ parameters: elsewhere(0), env })
  const end = ended(child)
  for (let tries = 0; tries < 600 && !existsSync(join(workFolder(out), 'next')); tries++)
    await new Promise((done) => setTimeout(done, 50))
  child.kill('SIGTERM')
  expect(await end).toMatchObject({
    code: 143,
    said: expect.stringContaining('收到 SIGTERM') as string,
  })
  expect(existsSync(workFolder(out))).toBe(false)
  expect(await verify(out, readManifest(join(out, manifestFile)).files)).toEqual([])
})

test('of two builds of one output one is made, and the other says who makes it', async () => {
  const both = [1, 2].map(() => ended(startBuild({ parameters: [...parameters, '--force'], env })))
  const [made, other] = (await Promise.all(both)).sort((a, b) => Number(a.code) - Number(b.code))
  expect(made?.code).toBe(0)
  expect(other?.code).toBe(1)
  expect(other?.said).toMatch(/^没有构建，上一次的输出保持原样：进程 \d+正在构建，从 .+ 开始/)
  expect(existsSync(workFolder(out))).toBe(false)
})

test('an output caught between the two steps of a swap is put back', () => {
  const place = join(scratch, 'swapped')
  mkdirSync(place)
  writeFileSync(join(place, 'index.html'), 'old')
  renameSync(place, workPlace(place, 'previous'))
  recoverOutput(place)
  expect(readFileSync(join(place, 'index.html'), 'utf8')).toBe('old')
  const next = workPlace(place, 'next')
  mkdirSync(next)
  writeFileSync(join(next, 'index.html'), 'new')
  swap(next, place)
  expect(readFileSync(join(place, 'index.html'), 'utf8')).toBe('new')
  expect(existsSync(workFolder(place))).toBe(false)
})
