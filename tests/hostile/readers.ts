import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { writePackAddress } from '../../src/study/pack.ts'
import { collect } from './hostile-collected.ts'
import { rows } from './security-model.ts'

/** Where a reader is: a tab, the site's address, the built folder and the pages in it. */
interface Visit {
  page: Page
  origin: string
  out: string
  pages: readonly string[]
}

const lentName = collect[0]?.name ?? ''
const values = rows.flatMap((row) => row.values ?? [])

/** What readers do that a page only does when asked: each ends by seeing the payload as text. */
export const deeds: Readonly<Record<string, (visit: Visit) => Promise<void>>> = {
  'answer a self-test': async ({ page, origin, pages }) => {
    for (const path of pages.filter((path) => /^training\/course\/c0x/.test(path)).slice(0, 6)) {
      await page.goto(`${origin}/${path}`)
      await page.locator('[data-island="quiz"]').scrollIntoViewIfNeeded()
      await page.locator('[data-island="quiz"][data-awake]').waitFor()
      const question = page.locator('fieldset.q').first()
      await question.locator('label').first().click()
      await question.getByRole('button', { name: '提交答案' }).click()
      await question.getByRole('status').waitFor()
    }
  },

  'search for what titles hold': async ({ page, origin }) => {
    for (const words of values) {
      await page.goto(`${origin}/search.html?q=${encodeURIComponent(words)}`)
      const field = page.locator('main').getByRole('textbox')
      await field.waitFor()
      await page.waitForFunction(() => document.querySelector('main .hit, main [role="status"]'))
      same(await field.inputValue(), words)
    }
    await page.goto(`${origin}/search.html?q=alert`)
    await page.locator('main .hit').first().waitFor()
    holds(await page.locator('main').innerText(), 'alert(1)')
  },

  'search while they read': async ({ page, origin, pages }) => {
    const [path = ''] = pages.filter((one) => one.startsWith('cases/c0x'))
    await page.goto(`${origin}/${path}`)
    await page.getByRole('banner').getByRole('link', { name: '搜索' }).click()
    const dialog = page.getByRole('dialog', { name: '搜索' })
    await dialog.getByRole('textbox').fill('onerror=alert')
    await dialog.locator('.hit').first().waitFor()
    holds(
      await dialog
        .locator('.hit')
        .allInnerTexts()
        .then((hits) => hits.join('\n')),
      'onerror',
    )
  },

  'look for words in a transcript': async ({ page, origin, out, pages }) => {
    const films = pages.filter(
      (path) => path.startsWith('videos/c0x') && html(out, path).includes('<video'),
    )
    if (films.length === 0) throw new Error('no film is hosted')
    for (const path of films.slice(0, 4)) {
      await page.goto(`${origin}/${path}`)
      await page.locator('[data-island="film"][data-awake]').waitFor()
      await page.getByRole('searchbox').last().fill('alert')
      await page.keyboard.press('Enter')
    }
  },

  'bring in a study record somebody else wrote': async ({ page, origin }) => {
    await page.goto(`${origin}/study.html`)
    await page.locator('.mystudy[data-ready]').waitFor()
    await page.locator('.mystudy .fold > summary').click()
    const file = { name: 'x.json', mimeType: 'application/json', buffer: hostileRecord() }
    await page.locator('input[type=file]').setInputFiles(file)
    const said = page.locator('.exchange__say')
    await page.waitForFunction(() =>
      document.querySelector('.exchange__say')?.textContent?.includes('合并好了'),
    )
    holds(await said.innerText(), '读不懂')
    const shown = await page.locator('.mystudy').innerText()
    for (const value of ['<img src=x onerror=alert(1)>', '{{1+1}}']) holds(shown, value)
    await page.reload()
    await page.locator('.mystudy[data-ready]').waitFor()
    await page.locator('.mystudy .fold > summary').first().click()
    holds(await page.locator('.mystudy').innerText(), '<img src=x onerror=alert(1)>')
  },

  'compare what other portals lent, and narrow to it': async ({ page, origin }) => {
    for (const at of [0, 1, 2, 3, 4].map((turn) => 2 * turn)) {
      await page.goto(`${origin}/compare.html?c=lent:lent-${at},lent-too:lent-${at + 1}`)
      await page.locator('table.cmp').waitFor()
      await page.goto(`${origin}/compare.html?c=lent:constructor,proto:lent-0`)
      await page.getByText('有2篇取不到').waitFor()
    }
    await page.goto(`${origin}/search.html?q=alert&origin=${encodeURIComponent(lentName)}`)
    const hit = page.locator('main .hit').first()
    holds(await hit.innerText(), `来自：${lentName}`)
    await page.goto(`${origin}/cases/origin/lent.html`)
    holds(await page.locator('main').innerText(), lentName)
  },

  'open a study pack from a link': async ({ page, origin, pages }) => {
    const items = pages
      .filter((path) => /^(cases|videos)\/c0x\d\.html$/.test(path))
      .slice(0, 4)
      .map((path) => ({ page: `/${path.replace('.html', '')}`, minutes: 5 }))
    for (const title of values.map((value) => value.slice(0, 40))) {
      await page.goto(`${origin}/404.html`)
      await page.goto(`${origin}/pack.html#${writePackAddress({ title, items })}`)
      await page.locator('.meeting[data-ready]').waitFor()
      await page.locator('.ag-list > li').first().waitFor()
    }
  },

  'open files by their own address': async ({ page, origin }) => {
    const files = [
      'media/with-a-page.png',
      'media/picture.png',
      'feed.xml',
      'feed.json',
      'llms.txt',
    ]
    for (const path of [...files, 'data/facts.json', 'data/sources.csv', 'search/manifest.json'])
      await page.goto(`${origin}/${path}`).catch((error: Error) => {
        // A table is saved, not shown.
        if (!/Download is starting|ERR_ABORTED/.test(error.message)) throw error
      })
  },
}

/** A record whose every text is a payload, with items that reach for prototypes and other pages. */
function hostileRecord(): Buffer {
  const id = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
  const at = '2026-01-02T03:04:05.678Z'
  const activities = values.flatMap((value, index) => {
    const on = { at, page: `/cases/c0x${index}`, title: value, kind: 'case' }
    const anchor = { exact: value, prefix: value, suffix: value, start: 0 }
    const note = id(1000 + index)
    return [
      { ...on, id: id(4 * index), verb: 'bookmarked' },
      { ...on, id: id(4 * index + 1), verb: 'noted', note, text: value, anchor },
      {
        ...on,
        ...{ id: id(4 * index + 2), verb: 'answered', question: '0000000a', asked: value },
        ...{ chosen: [value], correct: false },
      },
      { ...on, id: id(4 * index + 3), verb: 'opened', page: 'javascript:alert(1)' },
    ]
  })
  const record = { format: 'chaotou-study', version: 1, exported: at, activities, places: [] }
  const text = JSON.stringify(record).replace('{', '{"__proto__":{"polluted":true},')
  return Buffer.from(text)
}

function html(out: string, path: string): string {
  return readFileSync(join(out, path), 'utf8')
}

function same(found: string, wanted: string): void {
  if (found !== wanted) throw new Error(`found ${found}, not ${wanted}`)
}

function holds(text: string, wanted: string): void {
  if (!text.includes(wanted)) throw new Error(`${wanted} is not in ${text.slice(0, 2000)}`)
}
