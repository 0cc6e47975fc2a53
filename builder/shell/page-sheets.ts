import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'postcss'
import type { ChildNode, Container, Rule } from 'postcss'
import { sheetNames, sheetOf } from '../../src/pages/sheets.ts'
import type { SheetName } from '../../src/pages/sheets.ts'
import { ClassWords, writesMarkup } from './class-words.ts'

/** File names of the sheets, below the output's `assets`. */
type SheetFiles = Record<SheetName, string>

const templates = '.vitepress/theme/templates'
/** What stands on every page, and what writes markup outside components. */
const everywhere = ['.vitepress/theme/PortalPage.vue', '.vitepress/islands/main.ts']
const markup = ['src/pages', 'src/content', 'src/model']

/**
 * Write the sheets of kinds of pages beside the whole one, which the bundler made. Each is the whole in its
 * order without the rules whose classes no element of its pages can have, so that it styles them alike.
 */
export function writePageSheets(assets: string): SheetFiles {
  const whole = readdirSync(assets).find((name) => /^style\.[^.]+\.css$/.test(name))
  if (whole === undefined) throw new Error(`${assets}: there is no sheet of styles`)
  const css = readFileSync(join(assets, whole), 'utf8')
  const words = new ClassWords()
  const files = sheetNames.map((name) => {
    if (name === 'all') return [name, whole]
    const text = sheetWith(css, words.of(sourcesOf(name)))
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 8)
    const file = `style-${name}.${hash}.css`
    writeFileSync(join(assets, file), text)
    return [name, file]
  })
  return Object.fromEntries(files) as SheetFiles // one for each name
}

export function sheetAddresses(files: SheetFiles, base: string): Record<SheetName, string> {
  const addresses = sheetNames.map((name) => [name, `${base}assets/${files[name]}`])
  return Object.fromEntries(addresses) as Record<SheetName, string> // one for each name
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

/** A sheet without the rules that name a class which is none of the words. */
export function sheetWith(css: string, words: ReadonlySet<string>): string {
  // What a value is put behind: after a hyphen any word, else a number, as in `l2`.
  const beginnings = [...words]
    .filter((word) => word.endsWith('${'))
    .map((word) => word.slice(0, -2))
  const isKnown = (name: string) =>
    words.has(name) ||
    beginnings.some(
      (beginning) =>
        name.startsWith(beginning) &&
        (/[-_]$/.test(beginning) || /^\d+$/.test(name.slice(beginning.length))),
    )
  const root = parse(css)
  root.walkRules((rule) => {
    if (isKeyframe(rule)) return
    if (!rule.selectors.some((selector) => classesOf(selector).every(isKnown))) removeUp(rule)
  })
  return root.toString()
}

/** The classes that elements must have for a selector to match. */
export function classesOf(selector: string): string[] {
  const plain = selector.replace(/:(not|is|has|where)\((?:[^()]|\([^()]*\))*\)/g, '')
  return [...plain.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map(([, name = '']) => name)
}

function isKeyframe({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && /keyframes$/.test((parent as { name?: string }).name ?? '')
}

/** A query that holds nothing any more goes with its last rule. */
function removeUp(node: ChildNode): void {
  const parent = node.parent as Container | undefined
  node.remove()
  if (parent?.type === 'atrule' && parent.nodes?.length === 0) removeUp(parent as ChildNode)
}
