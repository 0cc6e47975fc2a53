import { expect, test } from 'vitest'
import { laterStylesMark, renderDocument } from './document.ts'
import type { DocumentParts } from './document.ts'

const parts: DocumentParts = {
  title: '一页',
  siteName: '潮头',
  description: '说明',
  hidden: false,
  policy: '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">',
  head: [],
  data: ['<script type="application/ld+json">{}</script>'],
  stylesheets: ['/assets/opening.css'],
  later: '/assets/style.css',
  next: [],
  settings: '/assets/boot.js',
  islands: '/assets/client.js',
  icon: '/assets/icon.svg',
  content: `<main>${laterStylesMark}</main>`,
}
const page = renderDocument(parts)

test('the policy stands before all it governs', () => {
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('/assets/'))
})

test('styles are asked for before the parser waits for a script', () => {
  const asked = page.search(/<link [^>]*href="\/assets\/opening\.css"/)
  const waits = page.indexOf('<script src=')
  expect(asked).toBeGreaterThan(0)
  expect(asked).toBeLessThan(waits)
})

test('styles hold up no script', () => {
  // A classic script after a stylesheet runs only when the styles have come.
  expect(page.indexOf('rel="stylesheet"')).toBeGreaterThan(page.indexOf('<script src='))
})

test('what only other machines read stands behind the text', () => {
  expect(page.indexOf('ld+json')).toBeGreaterThan(page.indexOf('</main>'))
})

test('the later sheet stands at its mark, and no engine goes on before it has come', () => {
  expect(page).toContain(
    '<main><link rel="stylesheet" href="/assets/style.css"><script src="/assets/boot.js"></script></main>',
  )
})

test('without a mark everything waits for the later sheet', () => {
  const whole = renderDocument({ ...parts, content: '<main></main>' })
  const [head = ''] = whole.split('</head>')
  expect(head).toContain('<link rel="stylesheet" href="/assets/style.css">')
  expect(whole).toContain('<main></main>')
})
