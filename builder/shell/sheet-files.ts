import { createHash } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openingNames } from '../../src/pages/sheets.ts'
import type { OpeningName, SheetName } from '../../src/pages/sheets.ts'

/** File names of the sheets, below the output's `assets`. */
export type SheetFiles = Record<SheetName, string>

/** The sheets that pages open with, as the bundler named them below the output's `assets`. */
export function openingFiles(assets: string): Record<OpeningName, string> {
  const files = readdirSync(assets)
  const found = openingNames.map((name) => {
    const file = files.find((one) => one.startsWith(`${name}.`) && one.endsWith('.css'))
    if (file === undefined) throw new Error(`${assets}: there is no sheet ${name}`)
    return [name, file]
  })
  return Object.fromEntries(found) as Record<OpeningName, string> // one for each name
}

/** Write the sheet of a kind of page under a name of its content; returns the name. */
export function writeSheet(assets: string, name: SheetName | OpeningName, text: string): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8)
  const file = `${isOpening(name) ? name : name === 'all' ? 'style' : `style-${name}`}.${hash}.css`
  writeFileSync(join(assets, file), text)
  return file
}

function isOpening(name: SheetName | OpeningName): name is OpeningName {
  return (openingNames as readonly string[]).includes(name)
}

/** Files by name as addresses of readers. */
export function sheetAddresses<Name extends string>(
  files: Record<Name, string>,
  base: string,
): Record<Name, string> {
  const addresses = Object.entries<string>(files).map(([name, file]) => [
    name,
    `${base}assets/${file}`,
  ])
  return Object.fromEntries(addresses) as Record<Name, string> // the same names
}

/** A value for each kind of page. */
export function byName<Item extends { name: SheetName }, Value>(
  items: readonly Item[],
  valueOf: (item: Item) => Value,
): Record<SheetName, Value> {
  const entries = items.map((item) => [item.name, valueOf(item)])
  return Object.fromEntries(entries) as Record<SheetName, Value> // one for each name
}
