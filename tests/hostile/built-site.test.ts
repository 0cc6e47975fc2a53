import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesBelow } from '../../src/release/manifest.ts'
import { build } from '../hosting/build.ts'
import { openBrowser } from '../hosting/browser.ts'
import type { Host } from '../hosting/hosts.ts'
import { disallowed } from './disallowed.ts'
import { refusedMedia, refusedNames, soundMedia } from './hostile-media.ts'
import { writeHostilePortal } from './hostile-portal.ts'
import { corpora } from './payloads.ts'
import { deeds } from './readers.ts'
import { watched } from './watched.ts'

const scratch = mkdtempSync(join(tmpdir(), 'hostile-'))
const secret = 'canary-5d41402abc4b2a76b9719d911017c592'
const canary = join(scratch, 'canary.txt')
const out = join(scratch, 'out')
let host: Host
let browser: Browser
let tried = 0
let pages: string[] = []

beforeAll(async () => {
  writeFileSync(canary, secret)
  tried = writeHostilePortal(join(scratch, 'portal'), corpora(canary))
  await build({
    parameters: ['--no-check', '--out', out],
    env: { PORTAL_ROOT: join(scratch, 'portal'), PORTAL_CANARY: secret },
  })
  pages = filesBelow(out).filter((path) => path.endsWith('.html'))
  const opened = await openBrowser('an object store', { root: out, base: '/', scratch })
  browser = opened.browser
  host = opened.host
})
afterAll(async () => {
  await browser?.close()
  await host?.stop()
  rmSync(scratch, { recursive: true, force: true })
})

test('what is tried reaches pages of every kind', () => {
  expect(tried).toBeGreaterThan(1600)
  for (const kind of [
    'cases',
    'videos',
    'charts',
    'organizations',
    'topics',
    'training/course',
    'data',
  ])
    expect(pages.filter((path) => path.startsWith(`${kind}/c`)).length, kind).toBeGreaterThan(65)
  expect(pages).toEqual(
    expect.arrayContaining(['cases/origin/lent.html', 'cases/origin/lent-too.html']),
  )
  console.log(`${tried} payloads on ${pages.length} pages`)
})

test('nothing of the machine is in the output', () => {
  const leaking = filesBelow(out).filter((path) => {
    const text = readFileSync(join(out, path), 'latin1')
    return text.includes(secret) || text.includes('root:x:0:0')
  })
  expect(leaking).toEqual([])
})

test('media leave as they are when they are what they say, and not at all when they are not', () => {
  const written = (path: string) => join(out, path.replace('content/', ''))
  for (const [path, bytes] of Object.entries(soundMedia))
    expect(readFileSync(written(path)).equals(bytes), path).toBe(true)
  for (const path of Object.keys({ ...refusedMedia, ...refusedNames }))
    expect(existsSync(written(path)), path).toBe(false)
})

test('pages hold no element, attribute or scheme that content must not bring', () => {
  const faults = pages.flatMap((path) =>
    disallowed(readFileSync(join(out, path), 'utf8')).map((fault) => `${path}: ${fault}`),
  )
  expect(faults.slice(0, 20)).toEqual([])
})

describe.for([
  { policy: 'in force', bypassCSP: false },
  { policy: 'switched off, so that it hides nothing', bypassCSP: true },
])('in Chromium with the policy $policy', ({ bypassCSP }) => {
  test('nothing runs, asks, opens or leaves on any page', async () => {
    const { context, open, faults } = await watched(browser, { origin: host.origin, bypassCSP })
    // Every page of the content with the policy off; with it on a quarter of all, each corpus among them.
    const some = pages.filter((path, index) =>
      bypassCSP ? !path.startsWith('handbook/') : index % 4 === 0,
    )
    const visitTurn = async (turn: number, of: number) => {
      const page = await open()
      for (const path of some.filter((_, index) => index % of === turn)) {
        const address = `${host.origin}/${encodeURI(path)}`
        await page.goto(address)
        if (page.url() !== address) faults.push(`${path}: went to ${page.url()}`)
      }
    }
    await Promise.all([0, 1, 2].map((turn) => visitTurn(turn, 3)))
    expect(faults.slice(0, 20)).toEqual([])
    console.log(`${some.length} pages opened, 0 executions, 0 dialogs, 0 foreign requests`)
    await context.close()
  }, 600_000)

  test.for(Object.entries(deeds))('nor when readers %s', async ([, deed]) => {
    const { context, open, faults } = await watched(browser, { origin: host.origin, bypassCSP })
    await deed({ page: await open(), origin: host.origin, out, pages })
    expect(faults.slice(0, 20)).toEqual([])
    await context.close()
  })
})
