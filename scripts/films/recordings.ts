import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { Storyboard } from '../../src/model/storyboards.ts'
import type { Recording } from '../../src/films/scene.ts'

const example = {
  case: 'content/cases/hangzhou-smart-database.md',
  seed: 'seeds/hangzhou-industry-party-committee.yaml',
  /** The slip that the film makes on purpose. */
  right: '已扩充到600余家',
  wrong: '已扩充到600家',
}
/** The part of a page that fits the picture, drawn large enough to be read on a phone. */
const shown = { width: 700, height: 240 }

/**
 * Record what a storyboard shows of the real tools: an editor's slip in a copy of the portal, what
 * the check says of it, the mended page in a browser. Nothing is recorded for a film that shows none.
 */
export async function recordingsFor(
  storyboard: Storyboard,
  browser: Browser,
): Promise<ReadonlyMap<string, Recording>> {
  const shots = storyboard.chapters.flatMap((chapter) => chapter.shots)
  if (!shots.some(({ show }) => show === 'terminal' || show === 'page')) return new Map()
  const root = mkdtempSync(join(tmpdir(), 'portal-'))
  try {
    for (const name of ['content', 'seeds', 'films', 'site.yaml'])
      cpSync(name, join(root, name), { recursive: true })
    return new Map([...terminals(root), ...(await pages(root, browser))])
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function terminals(root: string): [string, Recording][] {
  git(root, 'init', '--quiet', '--initial-branch=main')
  const seed = readFileSync(join(root, example.seed), 'utf8').split('\n')
  const at = seed.findIndex((line) => line.includes('hz-f11'))
  const file = join(root, example.case)
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(example.right, example.wrong))
  const slip = readFileSync(file, 'utf8').split('\n')
  const line = slip.findIndex((one) => one.includes(example.wrong))
  const only = ['--only', example.case]
  const fault = check(root, only)
  const mended = check(root, [...only, '--fix'])
  git(root, 'add', example.case)
  const committed = git(root, 'commit', '-m', 'feat(content): add a case')
  return [
    ['source', terminal(example.seed, fieldsOf(seed.slice(at)))],
    ['draft', terminal(example.case, slip.slice(line, line + 1))],
    ['check', terminal('$ npm run check', told(fault))],
    ['fix', terminal('$ npm run check -- --fix', mended)],
    ['commit', terminal('$ git commit -m "feat(content): add a case"', committed)],
  ]
}

/** The first lines of a fact, as far as a phone can show them: … stands for fields left out. */
function fieldsOf(fact: readonly string[]): string[] {
  const shown = /^ +(?:- id|statement|figure|unit|qualifier):/
  const lines = fact.slice(0, 7).map((line) => (shown.test(line) ? line : '    …'))
  return lines.filter((line, index) => line !== lines[index - 1])
}

/** What the check says of the first fault: where, what, how to mend it. */
function told(report: readonly string[]): string[] {
  return report.filter((line) => line !== '' && !/│ *\^+|规则说明/.test(line)).slice(0, 4)
}

function terminal(first: string, rest: readonly string[]): Recording {
  return { terminal: [first, ...rest] }
}

function check(root: string, options: string[]): string[] {
  const { stdout, stderr } = spawnSync('node', ['scripts/check.js', ...options], {
    env: { ...process.env, PORTAL_ROOT: root, NO_COLOR: '1' },
    encoding: 'utf8',
  })
  return linesOf(stderr + stdout)
}

/** Git with the same name and hour each time, so that a commit's hash depends on its content only. */
function git(root: string, ...options: string[]): string[] {
  const who = { NAME: '编辑', EMAIL: 'editor@example.org', DATE: '2026-11-23T09:00:00+08:00' }
  const env = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) =>
      Object.entries(who).map(([key, value]) => [`GIT_${role}_${key}`, value]),
    ),
  )
  const { stdout } = spawnSync('git', options, {
    cwd: root,
    env: { ...process.env, ...env, LC_ALL: 'C' },
    encoding: 'utf8',
  })
  return linesOf(stdout)
}

function linesOf(text: string): string[] {
  return text.replace(/\n+$/, '').split('\n')
}

async function pages(root: string, browser: Browser): Promise<[string, Recording][]> {
  const out = join(root, 'dist')
  const env = { ...process.env, PORTAL_ROOT: root }
  const { status } = spawnSync('node', ['scripts/build.js', '--no-check', '--out', out], {
    env,
    stdio: 'ignore',
  })
  if (status !== 0) throw new Error('录制用的门户没有构建成功：先运行 npm run build 看原因。')
  const port = process.env.PORTAL_PORT ?? '4319'
  const served = spawn('node', [
    ...['--import', 'tsx', resolve('scripts/serve.ts')],
    ...['--dir', out, '--port', port],
  ])
  try {
    const page = await browser.newPage({ viewport: shown, deviceScaleFactor: 1.6 })
    const address = `http://localhost:${port}/${example.case.replace(/^content\/|\.md$/g, '')}.html`
    await reach(page, address)
    await page
      .locator('.prose .fn')
      .first()
      .evaluate((note) => {
        scrollTo(0, note.getBoundingClientRect().top + scrollY - 150)
      })
    const whole = await picture(page)
    await page.locator('.prose .fn').first().click()
    await page.waitForTimeout(300)
    const note = await picture(page)
    await page.close()
    return [
      ['page', whole],
      ['note', note],
    ]
  } finally {
    served.kill()
  }
}

/** The server needs a moment to listen. */
async function reach(page: Page, address: string): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      return void (await page.goto(address))
    } catch (error) {
      if (tries === 40) throw error
      await page.waitForTimeout(250)
    }
}

async function picture(page: Page): Promise<Recording> {
  const bytes = await page.screenshot()
  return { picture: `data:image/png;base64,${bytes.toString('base64')}` }
}
