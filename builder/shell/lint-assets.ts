import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parse } from 'postcss'
import { parseAst } from 'vite'
import { guarded, polyfilled } from '../../src/engines/allowed.ts'
import type { CompatData } from '../../src/engines/compat.ts'
import { newerNames, newerUses } from '../../src/engines/scripts.ts'
import { newerStyles } from '../../src/engines/styles.ts'

/** Scripts that every page runs; the others come once those have seen to what is missing. */
const onEveryPage = /^(client|boot)\./

/**
 * What the built assets use that promised engines lack, one sentence each: the last word on styles
 * and scripts, whatever packages and compilers put there.
 */
export function assetFaults(folder: string): string[] {
  const data = compatData()
  const names = { reading: newerNames(data, 'reading'), islands: newerNames(data, 'islands') }
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const text = () => readFileSync(join(folder, file), 'utf8')
      const level = onEveryPage.test(file) ? 'reading' : 'islands'
      if (file.endsWith('.css')) return styleFaults(file, text(), data)
      return file.endsWith('.js') ? scriptFaults(file, text(), names[level]) : []
    })
}

export function scriptFaults(
  file: string,
  text: string,
  names: ReadonlyMap<string, string[]>,
): string[] {
  return newerUses(parseAst(text), names)
    .filter(({ name }) => !polyfilled.includes(name) && !(name in guarded))
    .map(
      ({ name, since }) =>
        `${file} 用了 ${name}，承诺的浏览器里没有（${since.join('、')}才有）。换一种写法；补得上的写进 .vitepress/islands/polyfills.ts，先问过有没有的记在 src/engines/allowed.ts。`,
    )
}

export function styleFaults(file: string, text: string, data: CompatData): string[] {
  return newerStyles(parse(text), data).map(
    ({ what, where, since }) =>
      `${file} 的 ${where} 用了 ${what}，承诺的浏览器里没有（${since.join('、')}才有）。在它前面写一个旧的写法；没有也无妨的记在 src/engines/styles.ts。`,
  )
}

/** MDN's data; as a module all of it would be bundled. */
export function compatData(): CompatData {
  const file = createRequire(import.meta.url).resolve('@mdn/browser-compat-data')
  // The package's own schema has what is read here.
  return JSON.parse(readFileSync(file, 'utf8')) as CompatData
}
