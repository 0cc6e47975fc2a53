import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { guardTheme, readTheme, ThemeFault } from './theme.ts'
import type { Theme } from './theme.ts'
import { themeFaults } from './theme-faults.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'theme-'))
  cpSync('tests/fixtures/theme', join(root, 'theme'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function theme(): Theme {
  const found = readTheme(root)
  if (!found) throw new Error('the theme is there')
  return found
}
const write = (name: string, text: string) => writeFileSync(join(root, 'theme', name), text)
const inTemplate = (markup: string) => `<template>\n  <p>${markup}</p>\n</template>\n`

test('a sound theme has no faults', () => {
  expect(theme().names).toEqual(['Footer'])
  expect(themeFaults(theme())).toEqual([])
  expect(() => guardTheme(theme())).not.toThrow()
})

test.for([
  ['<i style="color: red">字</i>', '2:9', '写在元素上的样式'],
  ['<i :style="{ color }">字</i>', '2:9', '写在元素上的样式'],
  ['<i v-show="shown">字</i>', '2:9', '换成 v-if'],
  ['<i v-html="text" />', '2:9', 'v-html'],
  ['<button @click="go">去</button>', '2:14', '不会运行'],
  ['<button onclick="go()">去</button>', '2:14', '不会运行'],
  ['<i v-if="a"><iframe src="/a.html" /></i>', '2:18', '不能用 <iframe>'],
  ['<img src="https://example.org/a.png" alt="">', '2:11', '不载入别处的图片'],
] as const)('%s does nothing under the policy of pages: it is told where', ([markup, at, said]) => {
  write('Hero.vue', inTemplate(markup))
  expect(themeFaults(theme())).toEqual([
    expect.stringMatching(new RegExp(`^theme/Hero\\.vue:${at}\n.*${said}`)),
  ])
})

test('styles from elsewhere and values bound into styles are told', () => {
  write(
    'part.vue',
    `${inTemplate('字')}<style>\np { background: url(//example.org/a.png) }\n</style>`,
  )
  write('other.vue', `${inTemplate('字')}<style>\np { color: v-bind(color) }\n</style>`)
  expect(themeFaults(theme()).map((fault) => fault.split('\n')[0])).toEqual([
    'theme/other.vue:1:1',
    'theme/part.vue:4:8',
  ])
})

test('a name that is none is told with what was meant', () => {
  write('Foter.vue', inTemplate('字'))
  expect(() => guardTheme(theme())).toThrow(ThemeFault)
  expect(() => guardTheme(theme())).toThrow(/theme\/Foter\.vue\n.*你是不是要写 Footer\.vue/)
})

test('whatever changes in it names it anew', () => {
  const before = theme().digest
  write('seal.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  expect(theme().digest).not.toBe(before)
})
