import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { programFile } from '../builder/folders.ts'
import { staticHost } from '../src/serve/static-host.ts'
import { pageTypes } from '../tests/browser/page-types.ts'
import { readCommand, refuse } from './command.ts'
import { guardTarget } from './guard-target.ts'
import { installBrowser } from './install.js'
import { contactSheet } from './screenshots/contact-sheet.ts'
import type { Shot } from './screenshots/contact-sheet.ts'
import { modes, prepare } from './screenshots/modes.ts'
import type { Mode } from './screenshots/modes.ts'
import { studyALittle } from './screenshots/study.ts'

/**
 * `npm run screenshots`: every kind of page at every width in every mode, whole, on one page to look at. What was there
 * is what has been looked at: pictures that differ from it are marked, and the one before stays beside them.
 */
const widths = ['320', '375', '1280', '1920']
const { values } = readCommand({
  name: 'screenshots',
  says: '把每一种页面拍下来，排成一页来看，标出和上一次不同的。要 Chromium，先运行 npm run build。',
  options: {
    types: {
      type: 'string',
      value: '种类',
      multiple: true,
      says: '只拍这些种类，例如 case；可以写几次',
    },
    widths: {
      ...{ type: 'string', value: '宽度', multiple: true, default: widths, choices: widths },
      says: '只拍这些宽度；可以写几次',
    },
    modes: {
      ...{ type: 'string', value: '方式', multiple: true },
      ...{ default: Object.keys(modes), choices: Object.keys(modes) },
      says: '只拍这些显示方式；可以写几次',
    },
  },
})
const kinds = { ...pageTypes, 'own page, filled': '/study.html' }
const types = values.types ?? Object.keys(kinds)
const unknown = types.filter((type) => !(type in kinds))
if (unknown.length > 0)
  refuse(
    'screenshots',
    `没有“${unknown.join('、')}”这种页面。有的是：${Object.keys(kinds).join('、')}。`,
  )
const folder = programFile('.screenshots')
guardTarget('screenshots', { path: folder, purpose: 'house' })

const output = '.vitepress/dist'
if (!existsSync(join(output, 'index.html')))
  refuse('screenshots', `没有找到 ${output}/index.html：先运行 npm run build。`)
mkdirSync(folder, { recursive: true })

const server = createServer(staticHost({ folder: output, base: '/' }))
const browser = await chromium.launch({
  executablePath: installBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb', '--hide-scrollbars'],
})
try {
  const address = await listening(server)
  const shots: Shot[] = []
  for (const name of values.modes as Mode[])
    for (const width of values.widths)
      shots.push(...(await shotsIn(browser, { name, width: Number(width), address })))
  writeFileSync(join(folder, 'index.html'), contactSheet(shots))
  const changed = shots.filter(({ state }) => state !== 'same').length
  console.log(`拍了 ${shots.length} 张，和上一次不同的 ${changed} 张：.screenshots/index.html。`)
} finally {
  await browser.close()
  server.close()
}

/** Pictures of the kinds asked for, in one mode at one width; paper has a width of its own. */
async function shotsIn(
  browser: Browser,
  { name, width, address }: { name: Mode; width: number; address: string },
): Promise<Shot[]> {
  const context = await browser.newContext({
    ...{ viewport: { width, height: width < 700 ? 812 : 900 }, locale: 'zh-CN' },
    ...{ reducedMotion: 'reduce', baseURL: address },
    ...modes[name].context,
  })
  await context.clock.setFixedTime(new Date('2026-12-01T02:00:00Z'))
  const shots: Shot[] = []
  const page = await context.newPage()
  await prepare(page, name)
  for (const type of types) {
    if (type === 'own page, filled' && modes[name].context?.javaScriptEnabled !== false)
      await studyALittle(page)
    await page.emulateMedia({ media: name === 'print' ? 'print' : 'screen' })
    await page.goto(kinds[type as keyof typeof kinds], { waitUntil: 'load' })
    await toTheEnd(page)
    shots.push({ type, mode: name, width, ...keep(`${type}-${width}-${name}`, await whole(page)) })
  }
  await context.close()
  return shots
}

/** Scroll through, so that what comes when it is seen has come, and back. */
async function toTheEnd(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  for (let top = 0; top < height; top += 700) {
    await page.mouse.wheel(0, 700)
    await page.waitForTimeout(30)
  }
  await page.evaluate(() => scrollTo(0, 0))
  await page.waitForTimeout(150)
}

/** JPEG: a page may be longer than WebP allows. */
function whole(page: Page): Promise<Buffer> {
  return page.screenshot({ fullPage: true, type: 'jpeg', quality: 70, animations: 'disabled' })
}

/** Put a picture into the folder; one that differs moves the one before aside. */
function keep(words: string, picture: Buffer): Pick<Shot, 'file' | 'state'> {
  const file = `${words.replace(/[^\w]+/g, '-')}.jpg`
  const path = guardTarget('screenshots', { path: join(folder, file), purpose: 'house' })
  const before = path.replace(/jpg$/, 'before.jpg')
  const known = existsSync(path)
  const isSame = known && readFileSync(path).equals(picture)
  if (!isSame && known) renameSync(path, before)
  if (isSame) rmSync(before, { force: true })
  else writeFileSync(path, picture)
  return { file, state: isSame ? 'same' : known ? 'changed' : 'new' }
}

function listening(server: Server): Promise<string> {
  return new Promise((started) => {
    server.listen(0, '127.0.0.1', () => {
      const at = server.address()
      started(`http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`)
    })
  })
}
