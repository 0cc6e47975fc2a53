import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import type { Page } from '@playwright/test'
import { writeAdmin } from '../../builder/shell/browser-editor/build.ts'
import { strFromU8, unzipSync } from 'fflate'
import { openEditor } from '../../scripts/handbook-pictures/editor.ts'
import { readPortal } from '../../src/content/files.ts'
import { buildLibrary } from '../../src/content/library.ts'
import { docx } from '../docx.ts'
import { accessibilityFaults } from './accessibility.ts'

/** A copy of the portal whose `site.yaml` turns the editor on, its output, and a server for it. */
const root = mkdtempSync(join(tmpdir(), 'portal-admin-'))
const output = join(root, 'dist')
const port = Number(process.env.PORTAL_PORT ?? 4319) + 40
let server: ChildProcess

const test = base.extend<{ requests: string[] }>({
  requests: [
    async ({ context }, use) => {
      const requests: string[] = []
      context.on('request', (request) => requests.push(request.url()))
      await use(requests)
      const foreign = requests.filter((url) => /^https?:/.test(url) && !url.includes(`:${port}/`))
      // The CMS asks GitHub whether it is well; the policy stops that before it leaves.
      expect(foreign.filter((url) => !url.includes('githubstatus.com'))).toEqual([])
    },
    { auto: true },
  ],
})

// One server for all of them.
test.describe.configure({ mode: 'default' })
test.setTimeout(120_000)

test.beforeAll(async () => {
  // The CMS is large, and the machine may be busy.
  test.setTimeout(240_000)
  for (const part of ['content', 'films', 'seeds', 'site.yaml'])
    cpSync(part, join(root, part), { recursive: true })
  appendFileSync(join(root, 'site.yaml'), '\nadmin: {}\n')
  await writeAdmin(buildLibrary(readPortal(root)), output)
  for (const page of ['index.html', '404.html'])
    writeFileSync(join(output, page), '<!doctype html>')
  const command = ['--no-install', 'tsx', 'scripts/serve.ts', '--port', `${port}`, '--dir', output]
  server = spawn('npx', command, { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  await new Promise((ready) => server.stdout?.once('data', ready))
})

test.afterAll(() => {
  if (server?.pid) process.kill(-server.pid)
  rmSync(root, { recursive: true, force: true })
})

function filesOf(folder: string): Record<string, string> {
  const names = ['content', 'seeds'].flatMap((top) =>
    readdirSync(join(folder, top), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(md|yaml)$/.test(name))
      .map((name) => `${top}/${name}`),
  )
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

async function openFolder(page: Page, files: Record<string, string>): Promise<void> {
  await openEditor(page, `http://localhost:${port}`, files)
  // The editor reads every file of the edition before it shows one.
  await expect(page.getByText('市和区县同步建行业党委')).toBeVisible({ timeout: 30_000 })
}

async function readFolder(page: Page, paths: string[]): Promise<Record<string, string>> {
  return page.evaluate(async (paths) => {
    const storage = await navigator.storage.getDirectory()
    const texts: Record<string, string> = {}
    for (const path of paths) {
      const [name = '', ...parents] = path.split('/').reverse()
      let parent = await storage.getDirectoryHandle('portal')
      for (const part of parents.reverse()) parent = await parent.getDirectoryHandle(part)
      texts[path] = await (await (await parent.getFileHandle(name)).getFile()).text()
    }
    return texts
  }, paths)
}

/** Lines that one text has and another has not. */
const linesOnlyIn = (text = '', other = ''): string[] =>
  text.split('\n').filter((line) => !other.split('\n').includes(line))

test('a case is opened from a folder, edited and saved: the diff is what was edited', async ({
  page,
}) => {
  const before = filesOf(root)
  const edited = 'content/cases/hangzhou.md'
  await openFolder(page, before)
  await page.goto(`http://localhost:${port}/admin/index.html#/collections/cases/entries/hangzhou`)
  const field = page.getByRole('textbox', { name: '短标题' })
  await expect(field).toHaveValue('杭州行业党委')
  await field.fill('杭州市行业党委')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(async () => {
    const now = await readFolder(page, [edited])
    expect(now[edited]).not.toBe(before[edited])
  }).toPass()

  const after = await readFolder(page, Object.keys(before))
  const changed = Object.keys(before).filter((path) => after[path] !== before[path])
  expect(changed).toEqual([edited])
  expect(linesOnlyIn(before[edited], after[edited])).toEqual(['short: 杭州行业党委'])
  expect(linesOnlyIn(after[edited], before[edited])).toEqual(['short: 杭州市行业党委'])

  writeFileSync(join(root, edited), after[edited] ?? '')
  const check = spawnSync('npx', ['--no-install', 'tsx', 'scripts/check.ts'], {
    encoding: 'utf8',
    env: { ...process.env, PORTAL_ROOT: root },
  })
  expect(check.stdout + check.stderr).toContain('没有发现问题')
  expect(check.status).toBe(0)
})

/** One entry of every form, and sources with and without a type, of several facts and of many. */
const opened: Readonly<Record<string, string>> = {
  'cases/entries/hangzhou': 'content/cases/hangzhou.md',
  'videos/entries/know-the-base': 'content/videos/know-the-base.md',
  'organizations/entries/hangzhou-committee': 'content/organizations/hangzhou-committee.md',
  'topics/entries/organizing': 'content/topics/organizing.md',
  'charts/entries/hangzhou-database': 'content/charts/hangzhou-database.md',
  'pages/entries/about': 'content/pages/about.md',
  'courses-read-a-case/entries/index': 'content/training/read-a-case/index.md',
  'lessons-read-a-case/entries/whole-picture': 'content/training/read-a-case/whole-picture.md',
  ...Object.fromEntries(
    readdirSync('seeds')
      .filter((_, place) => process.env.EVERY_SOURCE || place % 12 === 0)
      .map((file) => [`sources/entries/${file.replace('.yaml', '')}`, `seeds/${file}`]),
  ),
}

test('whatever is opened, only the line that was edited differs', async ({ page }) => {
  test.setTimeout(600_000)
  const before = filesOf(root)
  await openFolder(page, before)
  const save = page.getByRole('button', { name: '保存', exact: true })
  for (const [address, file] of Object.entries(opened)) {
    const title = page.getByRole('textbox', { name: /^(标题|题名)$/ })
    const value = /^title: (.*)$/m.exec(before[file] ?? '')?.[1]?.replace(/^"|"$/g, '') ?? ''
    // While it is being written the file is not there.
    const isSaved = async () =>
      (await readFolder(page, [file]).catch(() => before))[file] !== before[file]
    // The editor leaves an entry some time after it is saved, and may take the next one along.
    await expect(async () => {
      if (await isSaved()) return
      await page.goto(
        `http://localhost:${port}/admin/index.html#/collections/${address.split('/')[0]}`,
      )
      await page.goto(`http://localhost:${port}/admin/index.html#/collections/${address}`)
      await expect(title).toHaveValue(value)
      await title.fill(`${value}改`)
      await save.click({ timeout: 5000 })
      await expect.poll(isSaved).toBe(true)
    }, file).toPass({ timeout: 90_000 })
    const after = (await readFolder(page, [file]))[file]
    expect(after, file).toBe(before[file]?.replace(/^(title: "?)(.*?)("?)$/m, '$1$2改$3'))
  }
})

test('the editor speaks Chinese in a browser that does not', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'en-US' })
  const page = await context.newPage()
  await page.goto(`http://localhost:${port}/admin/index.html`)
  await expect(page.getByRole('button', { name: '使用本地仓库' })).toBeVisible({ timeout: 30_000 })
  await context.close()
})

test('a Word file becomes a draft in the browser, and nothing is sent', async ({
  page,
  requests,
}) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.goto(`http://localhost:${port}/admin/import.html`)
  const name = '示例支部学习小结'
  const bytes = docx(
    `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>${name}</w:t></w:r></w:p><w:p><w:r><w:t>示例支部共有12</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>3</w:t></w:r><w:r><w:t>期学习，参加的党员有300余人。</w:t></w:r></w:p>`,
  )
  const asked = requests.length
  await page.getByLabel('选文件').setInputFiles({
    name: '小结.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  })
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
  // Short enough to be heard; the texts are not read out as they come.
  expect((await page.getByRole('status').innerText()).length).toBeLessThan(120)
  expect(await accessibilityFaults(page)).toEqual([])
  const draft = page.getByRole('textbox', { name: '草稿' })
  await expect(draft).toHaveValue(/status: draft/)
  await expect(draft).toHaveValue(/共有12³期学习/)
  await expect(page.getByRole('textbox', { name: '来源' })).toHaveValue(/300/)
  await expect(page.getByRole('textbox', { name: '待办' })).toHaveValue(/标点和空格没有自动改/)
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: /^下载/ }).click()
  const files = unzipSync(readFileSync(await (await waiting).path()))
  const [draftPath = ''] = Object.keys(files).filter((path) => path.startsWith('content/cases/'))
  expect(strFromU8(files[draftPath] ?? new Uint8Array())).toBe(await draft.inputValue())
  expect(requests.slice(asked).filter((url) => !url.startsWith('blob:'))).toEqual([])
  expect(faults).toEqual([])
})

test('what cannot be read here is said, and the page goes on', async ({ page }) => {
  await page.goto(`http://localhost:${port}/admin/import.html`)
  const input = page.getByLabel('选文件')
  const file = (name: string, content: string | number[]) => ({
    ...{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content as string) },
  })
  const out = page.getByRole('status')
  await input.setInputFiles(file('旧.doc', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
  await expect(out).toContainText('没有导入。')
  await input.setInputFiles(file('扫描.pdf', '%PDF-1.7\n'))
  await expect(out).toContainText('浏览器里读不了PDF')
  await page.getByLabel('变成').selectOption('page')
  await input.setInputFiles(file('说明.md', '# 说明\n\n第一段。\n'))
  await expect(page.getByRole('textbox', { name: '草稿' })).toHaveValue(/第一段。/)
  await input.setInputFiles(file('人数.csv', '单位,人数\n示例支部,12\n'))
  await expect(page.getByRole('textbox', { name: '来源' })).toHaveValue(/12/)
})
