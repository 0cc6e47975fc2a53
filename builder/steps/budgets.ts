import { brotliCompressSync, constants } from 'node:zlib'
import type { PageAssets } from './page-head.ts'
import type { Output } from '../memo/output.ts'

/** Bytes of a page on the way to a reader who opens it for the first time, by what they are. */
interface Weight {
  page: string
  parts: { name: string; bytes: number }[]
}

/** What pages load, compressed. */
interface Loaded {
  /** With every page: scripts that run before anyone asks, and the icon. */
  parts: Weight['parts']
  scripts: number
  /** All the styles there are for every page. */
  styles: number
  /** Of a file, by its address. */
  sizeOf: (address: string) => number
}

/** Assets are addressed with the base; in the output they stand without it. */
export function loadedBy(
  assets: PageAssets,
  output: Pick<Output, 'has' | 'read'>,
  base: string,
): Loaded {
  const sizes = new Map<string, number>()
  const sizeOf = (address: string) => {
    const path = address.slice(base.length)
    // The sheet of a portal's own colours is written after the pages: some hundred bytes.
    const size = sizes.get(address) ?? (output.has(path) ? packedSize(output.read(path)) : 0)
    sizes.set(address, size)
    return size
  }
  const scripts = [assets.settings, assets.islands]
  const { openings, stylesheets } = assets
  return {
    parts: [
      { name: '脚本', bytes: sum(scripts.map(sizeOf)) },
      { name: '图标', bytes: sizeOf(assets.icon) },
    ],
    scripts: sum(scripts.map(sizeOf)),
    styles: sum([openings.opening, openings.text, stylesheets.all].map(sizeOf)),
    sizeOf,
  }
}

/** What a reader of a page waits for; `packed` counts its own bytes, and it names its sheets. */
export function weightOf(
  page: string,
  { html, packed }: { html: string; packed: number },
  { parts, sizeOf }: Pick<Loaded, 'parts' | 'sizeOf'>,
): Weight {
  const sheets = html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)
  const styles = sum(Array.from(sheets, ([, address = '']) => sizeOf(address)))
  return {
    page,
    parts: [{ name: '页面', bytes: packed }, { name: '样式', bytes: styles }, ...parts],
  }
}

/** Bytes a page may have as it stands and be within the budget whatever they pack to. */
export function safeSize({ parts, styles }: Loaded, kilobytes: number): number {
  return kilobytes * 1024 - styles - sum(parts.map(({ bytes }) => bytes))
}

/** As a host compresses while it sends: brotli at its fourth level. */
export function packedSize(bytes: Uint8Array): number {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 4,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return brotliCompressSync(bytes, { params }).length
}

/** Scripts over the budget, as one line. */
export function scriptsOverBudget({ scripts }: Loaded, kilobytes: number): string[] {
  return scripts > kilobytes * 1024
    ? [`每页先运行的脚本共${inKilobytes(scripts)}，超过${kilobytes}KB。`]
    : []
}

/** Pages over the budget, the heaviest first; each line lists its parts. */
export function overBudget(weights: readonly Weight[], kilobytes: number): string[] {
  return weights
    .map((weight) => ({ ...weight, total: sum(weight.parts.map(({ bytes }) => bytes)) }))
    .filter(({ total }) => total > kilobytes * 1024)
    .sort((a, b) => b.total - a.total || (a.page < b.page ? -1 : 1))
    .map(
      ({ page, total, parts }) =>
        `${page} 共${inKilobytes(total)}，超过每页${kilobytes}KB：${parts.map(({ name, bytes }) => `${name}${inKilobytes(bytes)}`).join('，')}。`,
    )
}

export function inKilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)}KB`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
