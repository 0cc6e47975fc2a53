import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/install.js'

/** Two checkouts can be tested side by side on different ports. */
const port = Number(process.env.PORTAL_PORT ?? 4319)
/** The finished output; another folder may be named while the usual one is being rebuilt. */
const output = process.env.PORTAL_OUT ?? '.vitepress/dist'

/** What is only for a desk or a room, or is the same in every width: tried in one of them, as tests with this tag are. */
const anyWidth = /@any-width/
const forDesks = ['admin', 'deck-fit', 'meeting-contest', 'preview', 'slides-from-disk']
const forPhones = ['installable', 'study-pack', 'study', 'takeaway']
const specs = (names: string[]) => names.map((name) => `**/${name}.spec.ts`)

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A busy machine may make a journey late once; the report says so, and a second time it fails.
  retries: process.env.CI ? 1 : 0,
  reporter: 'line',
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'zh-CN',
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    {
      name: 'phone',
      testIgnore: specs(forDesks),
      use: { viewport: { width: 375, height: 800 }, hasTouch: true },
    },
    {
      name: 'desktop',
      testIgnore: specs(forPhones),
      grepInvert: anyWidth,
      use: { viewport: { width: 1280, height: 900 } },
    },
  ],
  webServer: {
    command: `npx --no-install tsx scripts/serve.ts --port ${port} --dir ${output}`,
    url: `http://localhost:${port}/`,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 1000 },
  },
})
