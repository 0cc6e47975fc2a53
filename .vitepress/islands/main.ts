import { startAhead } from './ahead.ts'
import { startIslands } from './bridge.ts'
import { startDisplay } from './display.ts'
import { lacksMethods } from './lacking.ts'
import { islands } from './registry.ts'
import { startFound, startSearch } from './search/start.ts'

// `boot.js` keeps the controls' places until this has begun, and takes them away if it never does.
const root = document.documentElement
root.dataset.js = 'begun'
if (lacksMethods) import('./polyfills.ts').then(start).catch(withdraw)
else start()

function start(): void {
  root.dataset.js = ''
  startDisplay()
  startSearch()
  startIslands(islands)
  startAhead()
  void startFound()
}

function withdraw(error: unknown): void {
  delete root.dataset.js
  console.warn('这个浏览器里，要运行程序的部分用不了，页面仍可阅读。', error)
}
