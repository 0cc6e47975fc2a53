import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'
import type { Tab } from './driver.ts'

/** Pages of the edition, one of each kind. */
export const pages = {
  home: '/index.html',
  case: '/cases/hangzhou.html',
  list: '/cases/index.html',
  lesson: '/training/read-a-case/contact-points.html',
  film: '/videos/industry-committee.html',
  data: '/data.html',
  search: `/search.html?q=${encodeURIComponent('网络公益')}`,
  study: '/study.html',
  pack: '/pack.html',
  handbook: '/handbook/search.html',
  missing: '/no/such/page.html',
} as const
export type PageName = keyof typeof pages

/** Widths of a small phone, a phone and a desk. */
export const widths = [360, 375, 1280] as const

/** Faults of the layout of the page that is open, each as a sentence. */
export async function layoutFaults(tab: Tab, width: number): Promise<string[]> {
  const written = readFileSync(join(import.meta.dirname, 'layout-faults.js'), 'utf8')
  const { code } = await transform(written.replace('export ', ''), { target: 'chrome63' })
  // The file's one function gives a list of sentences.
  return (await tab.evaluate(
    `(function(){${code};return faultsOf(${width > 1000})})()`,
  )) as string[]
}
