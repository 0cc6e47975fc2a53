import { expect, test } from 'vitest'
import { renderDocument } from './document.ts'

const page = renderDocument({
  title: '一页',
  siteName: '潮头',
  description: '说明',
  hidden: false,
  policy: '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">',
  head: [],
  data: ['<script type="application/ld+json">{}</script>'],
  stylesheet: '/assets/style.css',
  next: [],
  settings: '/assets/boot.js',
  islands: '/assets/client.js',
  icon: '/assets/icon.svg',
  content: '<main></main>',
})

test('the policy stands before all it governs', () => {
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('/assets/'))
})

test('styles are asked for before the parser waits for a script', () => {
  const asked = page.search(/<link [^>]*href="\/assets\/style\.css"/)
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
