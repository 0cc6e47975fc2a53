import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sheetNames } from '../../src/pages/sheets.ts'
import type { SheetName } from '../../src/pages/sheets.ts'

/** File names of the sheets, below the output's `assets`. */
export type SheetFiles = Record<SheetName, string>

/** Write the sheet of a kind of page under a name of its content; returns the name. */
export function writeSheet(assets: string, name: SheetName, text: string): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8)
  const file = `style${name === 'all' ? '' : `-${name}`}.${hash}.css`
  writeFileSync(join(assets, file), text)
  return file
}

export function sheetAddresses(files: SheetFiles, base: string): Record<SheetName, string> {
  const all = sheetNames.map((name) => ({ name }))
  return byName(all, ({ name }) => `${base}assets/${files[name]}`)
}

/** A value for each kind of page. */
export function byName<Item extends { name: SheetName }, Value>(
  items: readonly Item[],
  valueOf: (item: Item) => Value,
): Record<SheetName, Value> {
  const entries = items.map((item) => [item.name, valueOf(item)])
  return Object.fromEntries(entries) as Record<SheetName, Value> // one for each name
}
