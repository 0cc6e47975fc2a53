import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { Parser } from 'htmlparser2'
import { parse } from 'postcss'
import { expect, test } from 'vitest'
import { classesOf, sheetWith } from './sheet-rules.ts'

test('a sheet keeps the rules whose classes its words can make, in their order', () => {
  const css = '.a .b{x:y}@media print{.c{x:y}}.d--e{x:y}.a:not(.c),.c{x:y}p{x:y}@page{x:y}'
  expect(sheetWith(css, new Set(['a', 'b', 'd--${']))).toBe(
    '.a .b{x:y}.d--e{x:y}.a:not(.c),.c{x:y}p{x:y}@page{x:y}',
  )
})

test('movements are kept whole', () => {
  const css = '@keyframes a{12.5%{x:y}}'
  expect(sheetWith(css, new Set())).toBe(css)
})

test('what a selector may do without is no reason to drop it', () => {
  expect(classesOf('.a:not(.b):has(.c, :is(.d)) > .e::before')).toEqual(['a', 'e'])
})

const dist = '.vitepress/dist'

/** Selectors of a sheet, with the classes each needs. */
function selectorsIn(file: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  parse(readFileSync(join(dist, 'assets', file), 'utf8')).walkRules(({ selectors }) => {
    for (const selector of selectors) found.set(selector, classesOf(selector))
  })
  return found
}

/** Sheets that pages open with, and of what follows. */
const opening = /^(?:opening|front|text)\./
const ofKind = /^style\b/

test('no built page has an element whose rule is not in its sheets', () => {
  expect(existsSync(dist), 'run `npm run build` first').toBe(true)
  const files = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.css'))
  const sheets = files.filter((name) => opening.test(name) || ofKind.test(name))
  const selectors = new Map(sheets.map((name) => [name, selectorsIn(name)]))
  // Without those that only some pages open with.
  const all = new Map(
    sheets
      .filter((name) => !/^(?:front|text)\./.test(name))
      .flatMap((name) => [...(selectors.get(name) ?? [])]),
  )
  const left = new Map<string, [string, string[]][]>()
  const lost = new Set<string>()
  const used = new Set<string>()
  for (const page of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!page.endsWith('.html') || page.startsWith('admin')) continue
    const loaded = styled(readFileSync(join(dist, page), 'utf8'))
    const own = loaded.sheets.filter((name) => selectors.has(name))
    const key = own.join()
    for (const name of own) used.add(name)
    const without =
      left.get(key) ??
      [...all].filter(([selector]) => !own.some((name) => selectors.get(name)?.has(selector)))
    left.set(key, without)
    for (const [selector, needed] of without)
      if (needed.every((name) => loaded.classes.has(name))) lost.add(`${key} ${selector} (${page})`)
    // Openings come first, and the rest once.
    expect(
      own.findIndex((name) => ofKind.test(name)),
      page,
    ).toBe(own.length - 1)
  }
  expect([...lost]).toEqual([])
  expect([...used].sort()).toEqual(sheets.sort())
})

test('what readers open most shows its first words before the styles of the rest', () => {
  for (const page of [
    'index',
    'cases/index',
    'cases/hangzhou',
    'training/read-a-case/know-the-base',
    'videos/know-the-base',
  ]) {
    const html = readFileSync(join(dist, `${page}.html`), 'utf8')
    const rest = html.search(/<link rel="stylesheet" href="[^"]*\/style-/)
    expect(rest, page).toBeGreaterThan(html.indexOf('</h1>'))
  }
})

/** Bytes of a file as hosts send it to those who take brotli. */
function sent(file: string): number {
  return brotliCompressSync(readFileSync(join(dist, file))).length
}

/** Distinct files of a kind that a page names in its head and asks for at once. */
function assetsOf(html: string, ending: 'css' | 'js'): string[] {
  const names = html.matchAll(
    new RegExp(`<(?:link|script)[^>]+?"/(assets/[^"]+\\.${ending})"`, 'g'),
  )
  return [...new Set(Array.from(names, ([, name = '']) => name))]
}

/** Bytes of a first visit: of a case, and of the whole list with the map and the years it opens into. */
const [caseBudget, listBudget] = [30 * 1024, 34 * 1024]

test('a first visit to a case is 30 KB, to the list 34, scripts before a touch 6', () => {
  const folder = join(dist, 'cases')
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(10)
  const sum = (files: string[]) => files.reduce((total, file) => total + sent(file), 0)
  let scripts = 0
  for (const page of pages) {
    const html = readFileSync(join(folder, page), 'utf8')
    scripts ||= sum(assetsOf(html, 'js'))
    expect(scripts, page).toBeGreaterThan(1024)
    expect(scripts, page).toBeLessThanOrEqual(6 * 1024)
    const whole = sent(`cases/${page}`) + sum(assetsOf(html, 'css')) + scripts
    expect(whole, page).toBeLessThanOrEqual(page === 'index.html' ? listBudget : caseBudget)
  }
}, 60_000)

/** The sheets of styles a page loads, in their order, and the classes of its elements. */
function styled(html: string): { sheets: string[]; classes: Set<string> } {
  const classes = new Set<string>()
  const sheets: string[] = []
  const reader = new Parser({
    onopentag(name, { class: names = '', rel, href = '' }) {
      for (const one of names.split(/\s+/)) classes.add(one)
      const [, file] = /\/assets\/([^/]*\.css)$/.exec(href) ?? []
      if (name === 'link' && rel === 'stylesheet' && file) sheets.push(file)
    },
  })
  reader.end(html)
  return { sheets, classes }
}
