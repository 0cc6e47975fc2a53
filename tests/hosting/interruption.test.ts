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
import { recoverOutput, swap, workPlace } from '../../.vitepress/build/swap.ts'
import { manifestFile, readManifest } from '../../src/release/manifest.ts'
import { verify } from '../../src/release/verify.ts'
import { workFolder } from '../../src/target/work-folder.ts'
import { build, startBuild } from './build.ts'

const scratch = mkdtempSync(join(tmpdir(), 'interruption-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
const out = join(scratch, 'out')
const parameters = ['--out', out, '--no-check']

beforeAll(() => build({ parameters }))

/** Milliseconds after which a build is killed: from its start to about its end. */
test.for([150, 600, 1200, 2000, 3000, 4500])(
  'killed after %i ms, a build leaves the last output whole',
  async (wait) => {
    const child = startBuild({ parameters: [...parameters, '--force', '--base', '/other/'] })
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
  await build({ parameters })
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('href="/cases/index.html"')
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
