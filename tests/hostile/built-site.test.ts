import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesBelow } from '../../src/release/manifest.ts'
import { build } from '../hosting/build.ts'
import { openBrowser } from '../hosting/browser.ts'
import type { Host } from '../hosting/hosts.ts'
import { corpora } from './payloads.ts'
import { writeHostilePortal } from './hostile-portal.ts'

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
  pages = filesBelow(out).filter((path) => /\.html$/.test(path) && !/^handbook\//.test(path))
  const opened = await openBrowser('an object store', { root: out, base: '/', scratch })
  browser = opened.browser
  host = opened.host
})
afterAll(async () => {
  await browser?.close()
  await host?.stop()
  rmSync(scratch, { recursive: true, force: true })
})

test('most of what is tried reaches a page', () => {
  expect(tried).toBeGreaterThan(1500)
  expect(pages.filter((path) => path.startsWith('cases/')).length).toBeGreaterThan(200)
  console.log(`${tried} payloads on ${pages.length} pages`)
})

test('nothing of the machine is in the output', () => {
  const leaking = filesBelow(out).filter((path) => {
    const text = readFileSync(join(out, path), 'latin1')
    return text.includes(secret) || text.includes('root:x:0:0')
  })
  expect(leaking).toEqual([])
})

/** Elements that could run, load or lead somewhere, and never come from content. */
const forbidden = new Set([
  'iframe',
  'object',
  'embed',
  'base',
  'style',
  'frame',
  'applet',
  'math',
  'foreignobject',
  'template',
])
const schemes = /^(https?:|mailto:|tel:|data:image\/svg\+xml)/i

test('pages hold no element, attribute or scheme that content must not bring', () => {
  const faults: string[] = []
  for (const path of pages) {
    const parser = new Parser({
      onopentag(name, attributes) {
        const fault = (what: string) => faults.push(`${path}: <${name}> ${what}`)
        if (forbidden.has(name)) fault('is forbidden')
        if (name === 'script' && !attributes.src && attributes.type !== 'application/ld+json')
          fault('runs')
        if (
          name === 'meta' &&
          attributes['http-equiv'] &&
          attributes['http-equiv'] !== 'Content-Security-Policy'
        )
          fault('acts')
        for (const [key, value] of Object.entries(attributes)) {
          if (/^on|^style$|^srcdoc$|^v-|^@/i.test(key)) fault(key)
          if (
            /^(href|src|action|formaction|poster|xlink:href)$/i.test(key) &&
            /^[^/?#]*:/.test(value.trim()) &&
            !schemes.test(value.trim())
          )
            fault(`${key}=${value}`)
          if (
            /^(src|poster)$/.test(key) &&
            /^(https?:)?\/\//.test(value) &&
            !value.startsWith('https://portal.test/')
          )
            fault(`loads ${value}`)
        }
      },
    })
    parser.end(readFileSync(join(out, path), 'utf8'))
  }
  expect(faults.slice(0, 20)).toEqual([])
})

describe.for([
  { policy: 'in force', bypassCSP: false },
  { policy: 'switched off, so that it hides nothing', bypassCSP: true },
])('in Chromium with the policy $policy', ({ bypassCSP }) => {
  test('nothing runs, asks, opens or leaves', async () => {
    const context = await browser.newContext({ bypassCSP, locale: 'zh-CN' })
    const faults: string[] = []
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`policy: ${violatedDirective} ${blockedURI}`),
      )
      for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const)
        window[name] = () => {
          console.error(`ran: ${name}`)
          return null as never
        }
    })
    await context.route(/.*/, (route) => {
      if (route.request().url().startsWith(`${host.origin}/`)) return route.continue()
      faults.push(`asked ${route.request().url()}`)
      return route.abort()
    })
    // Every page with the policy off; with it on a quarter, each corpus among them.
    const some = bypassCSP ? pages : pages.filter((_, index) => index % 4 === 0)
    const page = await context.newPage()
    let at = ''
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`${at}: ${message.text()}`)
    })
    page.on('dialog', async (dialog) => {
      faults.push(`${at}: dialog ${dialog.message()}`)
      await dialog.dismiss()
    })
    page.on('pageerror', (error) => faults.push(`${at}: ${error.message}`))
    page.on('popup', () => faults.push(`${at}: popup`))
    for (at of some) {
      await page.goto(`${host.origin}/${encodeURI(at)}`)
      if (page.url() !== `${host.origin}/${encodeURI(at)}`)
        faults.push(`${at}: went to ${page.url()}`)
    }
    expect(faults.slice(0, 20)).toEqual([])
    console.log(`${some.length} pages opened, 0 executions, 0 dialogs, 0 foreign requests`)
    await context.close()
  })
})
