import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Releases } from '../../src/release/releases.ts'
import { copySmallEdition } from '../edition.ts'
import { build } from './build.ts'
import { copyRepository } from './copy.ts'
import { openBrowser } from './browser.ts'
import type { Host } from './hosts.ts'

const scratch = mkdtempSync(join(tmpdir(), 'old-tab-'))
const first = join(scratch, 'first')
const second = join(scratch, 'second')
const releases = new Releases(join(scratch, 'site'))
const day = 24 * 60 * 60 * 1000
let now = Date.UTC(2026, 0, 1)
let host: Host
let browser: Browser

/** Words of the first release that the second no longer has, and the other way round. */
const [was, is] = ['仍要搜', '仍然要搜']

/** Publish an output a day after the one before. */
async function release(output: string): Promise<void> {
  now += day
  const done = await releases.publish(output, { keep: 2, keepDays: 30, now })
  if ('fault' in done) throw new Error(JSON.stringify(done))
}

/** Change the program and the content: other names of scripts, styles and search shards, a film less. */
function change(repository: string, portal: string): void {
  const edit = (root: string, path: string, from: string | RegExp, to: string) => {
    const text = readFileSync(join(root, path), 'utf8')
    expect(text.search(from), path).toBeGreaterThanOrEqual(0)
    writeFileSync(join(root, path), text.replace(from, to))
  }
  edit(repository, '.vitepress/islands/search/SearchBody.vue', was, is)
  edit(repository, '.vitepress/islands/quiz/Question.vue', '再试一次', '再来一次')
  edit(repository, '.vitepress/theme/styles/palettes.css', '--accent: #c8371b', '--accent: #c8371c')
  rmSync(join(portal, 'content/media/films/know-the-base.mp4'))
  edit(
    portal,
    'content/cases/hangzhou.md',
    /\n## /,
    '\n这一句只在第二次发布里有，说的是联系点。\n\n## ',
  )
}

beforeAll(async () => {
  const repository = copyRepository(join(scratch, 'repository'))
  const portal = join(scratch, 'portal')
  copySmallEdition(portal)
  const env = { PORTAL_ROOT: portal }
  await build({ parameters: ['--no-check', '--out', first], env })
  change(repository, portal)
  await build({ cwd: repository, parameters: ['--no-check', '--out', second], env })
  await release(first)
  const opened = await openBrowser('nginx', {
    root: join(scratch, 'site/current'),
    base: '/',
    scratch: join(scratch, 'host'),
  })
  browser = opened.browser
  host = opened.host
})
afterAll(async () => {
  await browser?.close()
  await host?.stop()
  rmSync(scratch, { recursive: true, force: true })
})

/** Open a page and stop before anything that is fetched only when a reader asks for it. */
async function open(path: string): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1280, height: 600 } })
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
  })
  await page.goto(`${host.origin}${path}`)
  return { page, faults }
}

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('banner').getByRole('link', { name: '搜索' }).click()
  const dialog = page.getByRole('dialog', { name: '搜索' })
  await dialog.getByRole('textbox').fill(words)
  await dialog.locator('.hit').first().waitFor()
}

test('the two releases differ in scripts, styles, pages, search shards and films', () => {
  const film = 'media/films/know-the-base.mp4'
  expect([first, second].map((folder) => existsSync(join(folder, film)))).toEqual([true, false])
  const names = (folder: string) => readdirSync(join(folder, 'assets'))
  const kept = names(second).filter((name) => names(first).includes(name))
  expect(kept.length).toBeLessThan(names(first).length)
  expect(names(first).filter((name) => /^style/.test(name))).not.toEqual(
    names(second).filter((name) => /^style/.test(name)),
  )
})

test('tabs opened before keep going after ten releases', async () => {
  const reading = await open('/cases/hangzhou.html')
  const learning = await open('/training/read-a-case/whole-picture.html')
  const watching = await open('/videos/know-the-base.html')
  for (let count = 0; count < 10; count++) await release(count % 2 === 0 ? second : first)
  await release(second)

  await search(reading.page, '联系点')
  await learning.page.locator('[data-island="quiz"]').scrollIntoViewIfNeeded()
  await learning.page.locator('[data-island="quiz"][data-awake]').waitFor()
  const question = learning.page.locator('fieldset.q').first()
  await question.locator('label').first().click()
  await question.getByRole('button', { name: '提交答案' }).click()
  await question.getByRole('button', { name: '再试一次' }).waitFor()
  await watching.page.getByRole('button', { name: '播放' }).first().click()
  await watching.page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0)
  expect([...reading.faults, ...learning.faults, ...watching.faults]).toEqual([])

  // The next click leads into the new release.
  await reading.page.keyboard.press('Escape')
  await reading.page.goto(`${host.origin}/cases/hangzhou.html`)
  expect(await reading.page.locator('main').innerText()).toContain('这一句只在第二次发布里有')
  await search(reading.page, '联系点')
  expect(reading.faults).toEqual([])
})

test('tabs opened before keep going after a roll back', async () => {
  const { page, faults } = await open('/cases/hangzhou.html')
  now += day
  expect(await releases.rollBack(undefined, { keep: 2, keepDays: 30, now })).toHaveProperty(
    'release',
  )
  await search(page, '联系点')
  expect(faults).toEqual([])
})
