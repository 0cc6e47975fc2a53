import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sheetNames, sheetOf } from '../../src/pages/sheets.ts'
import type { SheetName } from '../../src/pages/sheets.ts'
import { ClassWords, writesMarkup } from './class-words.ts'
import { classesIn, sheetWith } from './sheet-rules.ts'
import { byName, writeSheet } from './sheet-files.ts'
import type { SheetFiles } from './sheet-files.ts'

interface PageSheets {
  files: SheetFiles
  /** The classes that each has rules for; none of the whole one, which has all. */
  classes: Record<SheetName, string[]>
}

const templates = '.vitepress/theme/templates'
/** What stands on every page, and what writes markup outside components. */
const everywhere = ['.vitepress/theme/PortalPage.vue', '.vitepress/islands/main.ts']
const markup = ['src/pages', 'src/content', 'src/model']

/**
 * Write the sheets of kinds of pages beside the whole one, which the bundler made. Each is the whole in its
 * order without the rules whose classes no element of its pages can have, so that it styles them alike.
 */
export function writePageSheets(assets: string): PageSheets {
  const whole = readdirSync(assets).find((name) => /^style\.[^.]+\.css$/.test(name))
  if (whole === undefined) throw new Error(`${assets}: there is no sheet of styles`)
  const css = readFileSync(join(assets, whole), 'utf8')
  const words = new ClassWords()
  const sheets = sheetNames.map((name) => {
    if (name === 'all') return { name, file: whole, classes: [] }
    const text = sheetWith(css, words.of(sourcesOf(name)))
    return { name, file: writeSheet(assets, name, text), classes: classesIn(text) }
  })
  return {
    files: byName(sheets, ({ file }) => file),
    classes: byName(sheets, (one) => one.classes),
  }
}

/** The files that say which classes pages of a sheet may have. */
function sourcesOf(sheet: SheetName): string[] {
  const components = readdirSync(templates).filter(
    (file) => file.endsWith('.vue') && isOf(file, sheet),
  )
  return [
    ...everywhere,
    ...components.map((file) => `${templates}/${file}`),
    ...markup.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /(?<!\.test|\.d)\.ts$/.test(file))
        .map((file) => `${folder}/${file}`)
        .filter((file) => writesMarkup(readFileSync(file, 'utf8'))),
    ),
  ]
}

function isOf(file: string, sheet: SheetName): boolean {
  const template = file[0]?.toLowerCase() + file.slice(1, -'.vue'.length)
  // Components are named as the kinds of pages are: `templates/index.ts`.
  return sheetOf(template as Parameters<typeof sheetOf>[0]) === sheet
}
