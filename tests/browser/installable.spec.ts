import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test } from '@playwright/test'
import { findWindowedBrowser } from '../../scripts/install.js'

// The shell without windows has no word for what can be installed.
const executablePath = findWindowedBrowser()
test.skip(!executablePath, 'no Chromium with windows')

test('the portal can be installed', async ({ baseURL, launchOptions }) => {
  // Nothing can be installed from the private windows that tests usually get.
  const profile = mkdtempSync(join(tmpdir(), 'profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    executablePath,
  })
  try {
    const page = await context.newPage()
    await page.goto(`${baseURL}/cases/hangzhou.html`)
    const browser = await context.newCDPSession(page)
    const { data, errors } = await browser.send('Page.getAppManifest')
    expect(errors).toEqual([])
    const manifest = JSON.parse(data ?? '{}')
    expect(manifest.display).toBe('standalone')
    const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors')
    expect(installabilityErrors).toEqual([])

    const shown = await context.newPage()
    await shown.goto(`${baseURL}/licences.txt`)
    const other = await context.newCDPSession(shown)
    const without = await other.send('Page.getInstallabilityErrors')
    expect(without.installabilityErrors).not.toEqual([])
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
})
