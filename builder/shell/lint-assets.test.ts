import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guarded, polyfilled } from '../../src/engines/allowed.ts'
import { newerNames } from '../../src/engines/scripts.ts'
import { polyfills } from '../../.vitepress/islands/polyfills.ts'
import { assetFaults, compatData, scriptFaults, styleFaults } from './lint-assets.ts'

const data = compatData()
const names = newerNames(data, 'islands')
const scripts = (text: string) => scriptFaults('a.js', text, names).map(shortened)
const styles = (text: string) => styleFaults('a.css', text, data).map(shortened)
const shortened = (fault: string) =>
  fault.replace(/^a\.\w+ (的 .* )?用了 (.*?)，.*（(.*?)才有.*$/, '$2 $3')

test.for([
  ['list.toSortedBy(x)', []],
  ['const { map } = list; map.flatMap(f)', []],
  ['a.findLast(f)', ['findLast Chromium 97、Safari 15.4、Firefox 104']],
  ['Object.groupBy(a, f)', ['groupBy Chromium 117、Safari 17.4、Firefox 119']],
  ['structuredClone(a)', ['structuredClone Chromium 98、Safari 15.4、Firefox 94']],
  ['crypto.randomUUID()', []],
  ['/(?<!a)b/.test(c)', ['(?< Safari 16.4']],
  ['const a = { findLast: 1 }', []],
  ['a.at(-1).replaceAll("b", "c")', []],
] as const)('%s', ([text, faults]) => {
  expect(scripts(text)).toEqual(faults)
})

test.for([
  ['a { margin: 0 }', []],
  ['a { margin-inline: 0 }', ['margin-inline Chromium 87、Safari 14.1']],
  ['a { inset: 0 }', ['inset Chromium 87、Safari 14.1']],
  ['a { width: min(1px, 2px) }', ['min() Chromium 79、Firefox 75']],
  ['a { width: 1px; width: min(1px, 2px) }', []],
  ['@supports (width: min(1px, 2px)) { a { width: min(1px, 2px) } }', []],
  ['a { overflow-wrap: anywhere }', ['overflow-wrap: anywhere Chromium 80、Safari 15.4']],
  ['a:is(b) { top: 0 }', [':is Chromium 88、Safari 14、Firefox 78']],
  ['a:has(b) { top: 0 }', []],
  ['a:has(b), c { top: 0 }', [':has Chromium 105、Safari 15.4、Firefox 121']],
  ['@media (width>=64em) { a { top: 0 } }', ['@media range Chromium 104']],
  ['@container (width>1px) { a { top: 0 } }', ['@container Chromium 105、Safari 16、Firefox 110']],
] as const)('%s', ([text, faults]) => {
  expect(styles(text)).toEqual(faults)
})

test('what is allowed is needed: newer than the promise, and in the polyfills if it is said so', () => {
  const reading = newerNames(data, 'reading')
  const known = [...polyfilled, ...Object.keys(guarded)]
  expect(known.filter((name) => !names.has(name) && !reading.has(name))).toEqual([])
  // Node has no elements to add to.
  const added = new Set([...polyfills.map(([, name]) => name), 'globalThis', 'replaceChildren'])
  expect([...added].sort()).toEqual([...polyfilled].sort())
})

test('built assets hold nothing newer', () => {
  const assets = '.vitepress/dist/assets'
  expect(existsSync(assets), 'run `npm run build` first').toBe(true)
  expect(assetFaults(assets)).toEqual([])
})
