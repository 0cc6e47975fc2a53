/** One visit to a page in Chromium, on a slowed processor behind a slowed line. */
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test'
import { eventsOf, lastMoment, tasksOf } from './trace.ts'

/** Runs in the page that a link is followed from. */
const noteTap = readFileSync(new URL('./note-tap.js', import.meta.url), 'utf8')

/** What the browser is slowed to. */
export interface Throttle {
  /** Times the processor is slower. */
  slowdown: number
  /** Milliseconds from a request to the first byte of its answer. */
  latency: number
  /** Bits a second towards the reader, and from them. */
  down: number
  up: number
}

export const kinds = ['Document', 'Stylesheet', 'Script', 'Image', 'Font', 'Other'] as const
type Kind = (typeof kinds)[number]

/** Until the page is at rest and nobody has touched it; times in milliseconds. */
export interface Visit {
  requests: number
  /** Bytes over the line, headers included. */
  bytes: Record<Kind, number>
  firstPaint: number
  largestPaint: number
  /**
   * Tasks of the main thread of 50 ms or more once there is something to tap on, and the longest of all,
   * in its processor time: other work on the machine does not count.
   */
  longTasks: number
  longestTask: number
}

const longTask = 50

interface Watched {
  requests: () => number
  bytes: () => Record<Kind, number>
}

function watch(session: CDPSession): Watched {
  const kindOf = new Map<string, Kind>()
  const bytes = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number> // all keys
  session.on('Network.requestWillBeSent', ({ requestId, type }) => {
    kindOf.set(requestId, kinds.find((kind) => kind === type) ?? 'Other')
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[kindOf.get(requestId) ?? 'Other'] += encodedDataLength
  })
  return { requests: () => kindOf.size, bytes: () => bytes }
}

async function slowedPage(
  context: BrowserContext,
  throttle: Throttle,
): Promise<{ page: Page; watched: Watched }> {
  const page = await context.newPage()
  // Readers come from another site, and the browser begins a process for the new one: for every site alike.
  await page.goto('data:text/html,')
  const session = await context.newCDPSession(page)
  const watched = watch(session)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: throttle.latency,
    downloadThroughput: throttle.down / 8,
    uploadThroughput: throttle.up / 8,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle.slowdown })
  return { page, watched }
}

/** A reader's phone, as a browser context. */
export const phone = {
  locale: 'zh-CN',
  viewport: { width: 375, height: 800 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
}

/** A first visit, the cache being empty. */
export async function visitPage(
  browser: Browser,
  address: string,
  throttle: Throttle,
): Promise<Visit> {
  const context = await browser.newContext(phone)
  const { page, watched } = await slowedPage(context, throttle)
  await browser.startTracing(page, { categories: ['toplevel', 'loading'] })
  const answer = await page.goto(address, { waitUntil: 'networkidle' })
  if (!answer?.ok()) throw new Error(`${address}: ${answer?.status()}`)
  const paints = await page.evaluate(paintsOf)
  const events = eventsOf(await browser.stopTracing())
  const shown = lastMoment(events, 'firstContentfulPaint')
  const tasks = tasksOf(events, 'CrRendererMain')
  await context.close()
  return {
    requests: watched.requests(),
    bytes: watched.bytes(),
    ...paints,
    longTasks: tasks.filter(({ at, milliseconds }) => at > shown && milliseconds >= longTask)
      .length,
    longestTask: Math.max(0, ...tasks.map(({ milliseconds }) => milliseconds)),
  }
}

/** Runs in the page. */
async function paintsOf(): Promise<{ firstPaint: number; largestPaint: number }> {
  const largest = await new Promise<number>((known) => {
    new PerformanceObserver((list) => known(list.getEntries().at(-1)?.startTime ?? NaN)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    })
  })
  const [first] = performance.getEntriesByName('first-contentful-paint')
  return { firstPaint: first?.startTime ?? NaN, largestPaint: largest }
}

/** Milliseconds from a tap on a link to the first paint of what it leads to, shared files being in the cache. */
export async function followLink(
  browser: Browser,
  { from, to }: { from: string; to: string },
  throttle: Throttle,
): Promise<number> {
  const context = await browser.newContext(phone)
  const { page } = await slowedPage(context, throttle)
  await page.goto(from, { waitUntil: 'networkidle' })
  const link = page.locator(`a[href$="${new URL(to).pathname}"]`).first()
  await link.scrollIntoViewIfNeeded()
  await page.evaluate(noteTap)
  await link.click()
  await page.waitForURL(to)
  const took = await (await page.waitForFunction(shownAfterTap)).jsonValue()
  await context.close()
  return took
}

/** Runs in the page that is reached, until it shows: then it is the number of milliseconds. */
function shownAfterTap(): number {
  const tapped = Number(sessionStorage.getItem('tapped'))
  const [first] = performance.getEntriesByName('first-contentful-paint')
  const isNew = performance.timeOrigin > tapped
  const shown = isNew
    ? performance.timeOrigin + (first?.startTime ?? NaN)
    : Number(sessionStorage.getItem('shown') ?? NaN)
  return shown > tapped ? shown - tapped : 0
}
