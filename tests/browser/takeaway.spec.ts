import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { expect, test } from './portal.ts'

const folder = mkdtempSync(join(tmpdir(), 'takeaway-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function saved(page: Page, name: RegExp): Promise<string> {
  const download = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('button', { name }).click()
  const file = await download
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  return path
}

/** What Debian's validator has against a book; empty where it is not installed. */
function faultsOf(book: string): string {
  if (!existsSync('/usr/bin/epubcheck')) return ''
  try {
    execFileSync('java', ['-jar', '/usr/bin/epubcheck', '--quiet', book], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return ''
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    return stdout + stderr
  }
}

for (const [kind, address, chapters] of [
  ['course', '/training/read-a-case/index.html', '.lessons .lesson'],
  ['topic', '/topics/online-charity.html', '.lessons[data-study-list] .lesson'],
] as const)
  test(`a ${kind} is taken along as an electronic book`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.goto(address)
    const count = await page.locator(chapters).count()
    const title = await page.locator('h1').innerText()
    const path = await saved(page, /存成电子书/)
    await expect(page.getByText(/^存好了/)).toBeVisible()
    const bytes = readFileSync(path)
    // Reading programs tell a book by its first file, which lies there as it is.
    expect(bytes.subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip')
    const parts = unzipSync(new Uint8Array(bytes))
    const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    expect(text('OEBPS/package.opf')).toContain(title.replace(/\s/g, ''))
    const written = Object.keys(parts).filter((name) => /OEBPS\/c\d+\.xhtml/.test(name))
    expect(written.length).toBeGreaterThan(0)
    expect(written.length).toBeLessThanOrEqual(count)
    for (const name of written) {
      expect(text(name)).not.toMatch(/<(?:script|button|input)|\son[a-z]+=| style=/)
      expect(text(name).replace(/<[^>]*>/g, '').length).toBeGreaterThan(200)
    }
    expect(faultsOf(path)).toBe('')
  })

test('the slides of a pack are taken along as a presentation', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto('/packs/know-the-base.html')
  const path = await saved(page, /^幻灯片/)
  const parts = unzipSync(new Uint8Array(readFileSync(path)))
  const sheets = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  await page.goto('/packs/know-the-base/slides.html')
  const names = await page.locator('[data-deck] > *').count()
  expect(sheets).toHaveLength(names)
  const words = sheets.map((name) => strFromU8(parts[name] ?? new Uint8Array())).join('')
  expect(words).toContain('<a:t>')
  expect(words).not.toContain('undefined')
})
