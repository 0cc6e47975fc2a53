import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { writeAdmin } from '../builder/shell/browser-editor/build.ts'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import { installBrowser } from './install.js'
import { openEditor } from './handbook-pictures/editor.ts'
import { followBlankCase } from './handbook-pictures/blank-case.ts'
import {
  fillFirstCase,
  firstCaseDraft,
  firstCaseUrl,
  runFirstCase,
} from './handbook-pictures/first-case.ts'
import { editorPage, terminalPage } from './handbook-pictures/terminal.ts'
import { writeFirstCaseFiles } from '../tests/first-case/files.ts'
import { readCommand } from './command.ts'
import { guardTarget } from './guard-target.ts'

readCommand({
  name: 'handbook:pictures',
  says: '照手册“第一个案例”和“从空白写一个案例”做一遍，重拍手册里的图片。要 Chromium。',
  options: {},
})

/**
 * `npm run handbook:pictures`: take the handbook's pictures again, of the real commands and pages, in a copy
 * of the portal that holds the example of the handbook's page of a case begun blank.
 */
const folder = 'docs/handbook/images'
const port = Number(process.env.PORT ?? 4331)
const size = { width: 900, height: 620 }
const example = '/cases/demo-charity-class.html'

guardTarget('handbook:pictures', { path: folder, purpose: 'house' })
const root = mkdtempSync(join(tmpdir(), 'handbook-pictures-'))
const browser = await chromium.launch({
  executablePath: installBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb', '--hide-scrollbars'],
})
try {
  mkdirSync(folder, { recursive: true })
  for (const part of ['content', 'seeds', 'films', 'site.yaml'])
    cpSync(part, join(root, part), { recursive: true })
  await ofBlankCase(followBlankCase(root))
  await ofFirstCase()
  await ofEditor()
} finally {
  await browser.close()
  rmSync(root, { recursive: true, force: true })
}

/** The finished page; then a slip in it, as the check and the preview show it. */
async function ofBlankCase(files: readonly string[]): Promise<void> {
  const file = files.at(-1) ?? ''
  await serving(['npx', '--no-install', 'vitepress', 'dev', '.'], async (address) => {
    const page = await newPage()
    // On its first page the server finds out which packages it needs, and loads the page once more.
    for (let visit = 0; visit < 2; visit++) {
      await page.goto(address + example, { timeout: 60_000 })
      await page.locator('.preview summary').waitFor()
      await page.waitForTimeout(2000)
    }
    await page.locator('.prose .figure').first().evaluate(scrollBelowHeader)
    await take(page, 'blank-case-page')
    slip(join(root, file))
    await page.getByText('figure-keeps-its-qualifier').waitFor()
    await page.locator('.prose .figure').first().evaluate(scrollBelowHeader)
    await page.getByText('在数后加').scrollIntoViewIfNeeded()
    await take(page, 'blank-case-preview')
    await page.close()
  })
  const page = await newPage({ width: 760, height: 500 })
  await page.setContent(terminalPage(`npm run check -- --only ${file}`, check(file)))
  await take(page, 'blank-case-check', await page.locator('pre').boundingBox())
  await page.close()
}

/** What the import prints, the draft with all that was added, and the page that it becomes. */
async function ofFirstCase(): Promise<void> {
  const files = join(root, 'files')
  await writeFirstCaseFiles(files)
  const [first] = runFirstCase(root, files, /^(?:import|picture|film|new)$/)
  const terminal = await newPage({ width: 900, height: 700 })
  const printed = first?.printed.replaceAll(`${files}/`, '') ?? ''
  await terminal.setContent(terminalPage('npm run import -- 案例.docx', printed))
  // A long list in full: smaller letters keep the picture small.
  await take(terminal, 'first-case-import', await terminal.locator('pre').boundingBox(), 0.9)
  const draft = readFileSync(join(root, firstCaseDraft), 'utf8')
  await terminal.setContent(editorPage(firstCaseDraft, draft.slice(draft.indexOf('## 工作举措'))))
  await take(terminal, 'first-case-draft', await terminal.locator('html').boundingBox())
  await terminal.close()
  fillFirstCase(root)
  await serving(['npx', '--no-install', 'vitepress', 'dev', '.'], async (address) => {
    const page = await newPage({ width: 900, height: 1000 })
    for (let visit = 0; visit < 2; visit++) {
      await page.goto(address + firstCaseUrl, { timeout: 60_000 })
      await page.locator('.preview summary').waitFor()
      await page.waitForTimeout(2000)
    }
    await page.getByText('工作成效').first().evaluate(scrollBelowHeader)
    await take(page, 'first-case-published')
    await page.close()
  })
}

/** The qualifier of a figure gets lost. */
function slip(file: string): void {
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('先后有300余人[', '先后有300人['))
}

async function ofEditor(): Promise<void> {
  appendFileSync(join(root, 'site.yaml'), '\nadmin: {}\n')
  const files = readPortal(root)
  const out = join(root, 'dist')
  await writeAdmin(buildLibrary(files), out)
  for (const page of ['index.html', '404.html']) writeFileSync(join(out, page), '<!doctype html>')
  const texts = [...files.entries, ...files.seeds].map(({ path, text }) => [path, text])
  const command = ['npx', '--no-install', 'tsx', 'scripts/serve.ts', '--dir', out]
  await serving(command, async (address) => {
    const page = await newPage({ width: 1100, height: 700 })
    await openEditor(page, address, Object.fromEntries(texts))
    await page.getByText('市和区县同步建行业党委').waitFor()
    await take(page, 'browser-editor-list')
    await page.goto(`${address}/admin/index.html#/collections/cases/entries/hangzhou`)
    await page.getByRole('textbox', { name: '短标题' }).waitFor()
    await page.waitForTimeout(1500)
    await take(page, 'browser-editor-form')
    await page.close()
  })
}

function newPage(viewport = size): Promise<Page> {
  return browser.newPage({ viewport, locale: 'zh-CN' })
}

function scrollBelowHeader(element: Element): void {
  scrollTo(0, element.getBoundingClientRect().top + scrollY - 260)
}

/** Run a server while it is looked at. */
async function serving(
  [command = '', ...words]: string[],
  look: (address: string) => Promise<void>,
): Promise<void> {
  const env = { ...process.env, PORTAL_ROOT: root, NODE_ENV: 'development' }
  const args = [...words, '--port', `${port}`]
  const server = spawn(command, args, { env, detached: true, stdio: 'ignore' })
  const address = `http://localhost:${port}`
  try {
    for (let tries = 0; tries < 120; tries++) {
      if (await fetch(address).then(Boolean, () => false)) break
      await new Promise((done) => setTimeout(done, 250))
    }
    await look(address)
  } finally {
    if (server.pid) process.kill(-server.pid)
  }
}

function check(file: string): string {
  const env = { ...process.env, PORTAL_ROOT: root, FORCE_COLOR: '1' }
  const command = ['scripts/check.js', '--only', file]
  return spawnSync('node', command, { env, encoding: 'utf8' }).stdout
}

/** WebP, which only the browser's own protocol writes. */
async function take(
  page: Page,
  name: string,
  box: { x: number; y: number; width: number; height: number } | null = null,
  scale = 1.5,
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const whole = { x: 0, y: await page.evaluate(() => scrollY), ...page.viewportSize() }
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 50,
    captureBeyondViewport: box !== null,
    clip: { ...size, ...whole, ...box, scale },
  })
  const bytes = Buffer.from(data, 'base64')
  const path = join(folder, `${name}.webp`)
  writeFileSync(guardTarget('handbook:pictures', { path, purpose: 'house' }), bytes)
  console.log(`${path}：${Math.round(bytes.length / 1024)}KB。`)
}
