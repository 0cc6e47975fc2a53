import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { themeNameFault } from '../../src/content/theme-names.ts'
import { missingPackages } from '../optional-packages.ts'

/** A portal's own components, `theme/` beside `site.yaml`: code that its owner reviews. */
export interface Theme {
  folder: string
  /** The components that it puts in the place of the program's: `Footer`. */
  names: string[]
  /** Names everything in the folder. */
  digest: string
}

/** Why a portal's own components cannot be used: Chinese sentences with their places. */
export class ThemeFault extends Error {}

const packages = ['vite', 'vue', '@vitejs/plugin-vue', 'postcss']

/** The theme below a portal's root; undefined where it has none. */
export function readTheme(root: string): Theme | undefined {
  const folder = join(root, 'theme')
  if (!existsSync(folder)) return undefined
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const digest = createHash('sha256')
  for (const file of files)
    digest
      .update(`${file.slice(folder.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  const top = readdirSync(folder).sort()
  const names = top.flatMap((file) => /^([A-Z]\w*)\.vue$/.exec(file)?.[1] ?? [])
  return { folder, names, digest: digest.digest('hex') }
}

/** The program's version and what the theme is made of: what was kept for another counts for nothing. */
export function versionWith(program: string, theme: Theme | undefined): string {
  return theme ? `${program.slice(0, 8)}${theme.digest.slice(0, 8)}` : program
}

/** @throws {ThemeFault} for a name that is none, and for packages that are to be installed first. */
export function guardTheme({ names }: Theme): void {
  const faults = names.flatMap((name) => {
    const fault = themeNameFault(`${name}.vue`)
    return fault ? `theme/${name}.vue\n  ${fault}` : []
  })
  if (faults.length > 0) throw new ThemeFault(faults.join('\n\n'))
  const missing = missingPackages('theme/ 里换了部件，编译它们', packages)
  if (missing) throw new ThemeFault(missing)
}
