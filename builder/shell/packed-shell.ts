import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from '../../src/release/manifest.ts'

/** The base that the shell of the package is bundled under: no portal has it. */
export const packedBase = '/__portal-base__/'

/** Copy the package's shell into a folder, with a portal's base in the place of the package's. */
export function placeShell(packed: string, folder: string, base: string): void {
  cpSync(packed, folder, { recursive: true })
  for (const path of filesBelow(folder).filter((path) => /\.(js|css|json)$/.test(path))) {
    const file = join(folder, path)
    const text = readFileSync(file, 'utf8')
    if (text.includes(packedBase)) writeFileSync(file, text.replaceAll(packedBase, base))
  }
}
