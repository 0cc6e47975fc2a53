import { hash } from 'node:crypto'
import { grounds, nearestWith, withLightness } from '../model/colours.ts'
import type { Palette } from '../model/colours.ts'
import type { Site } from '../model/site.ts'
import { readSymbol } from '../model/symbol.ts'
import type { PublishedFile } from './published.ts'

/** Contrast of an accent's graphics and of its words, in each palette; more is asked where more is wanted. */
const wanted: Readonly<Record<Exclude<Palette, 'stage'>, { graphics: number; words: number }>> = {
  light: { graphics: 3, words: 7 },
  dark: { graphics: 4.5, words: 7 },
  contrast: { graphics: 7, words: 10 },
  darkContrast: { graphics: 7, words: 12 },
}
/** Lightness and chroma of the pale ground behind accented words. */
const washes: Readonly<Partial<Record<keyof typeof wanted, [lightness: number, chroma: number]>>> =
  {
    light: [0.945, 0.025],
    dark: [0.25, 0.05],
  }

/**
 * The colours that follow from a portal's accent, as properties that `tokens.css` looks for in each
 * palette: `--look-accent-dark`. All of them have the contrast that the built-in ones have.
 */
export function lookProperties(accent: string): [name: string, colour: string][] {
  const properties = Object.entries(wanted).flatMap(([palette, { graphics, words }]) => {
    // The keys are those of the table above.
    const name = palette as keyof typeof wanted
    const [lightness, chroma] = washes[name] ?? []
    const ground = lightness === undefined ? undefined : withLightness(accent, lightness, chroma)
    const others = ground ? [...grounds[name], ground] : grounds[name]
    return [
      ['', nearestWith(accent, grounds[name], graphics)],
      ['-text', nearestWith(accent, others, words)],
      ...(ground ? [['-wash', ground]] : []),
    ].map(([part, colour]): [string, string] => [
      `--look-accent${part}${suffixes[name]}`,
      colour ?? '',
    ])
  })
  return [...properties, ['--look-stage-accent', nearestWith(accent, grounds.stage, 7)]]
}

const suffixes: Readonly<Record<keyof typeof wanted, string>> = {
  light: '',
  dark: '-dark',
  contrast: '-contrast',
  darkContrast: '-dark-contrast',
}

/** The sheet of a portal's own colours; undefined where it has the built-in ones. */
function lookSheet({ look: { accent } }: Site): PublishedFile | undefined {
  if (accent === undefined) return undefined
  const rules = lookProperties(accent).map(([name, colour]) => `${name}:${colour}`)
  const content = `:root{${rules.join(';')}}\n`
  return named('look', 'css', content)
}

/** The icon of a portal's own mark on paper; undefined where it has the built-in one. */
export function markIcon({ look: { mark, accent = '#c8371b' } }: Site): PublishedFile | undefined {
  if (mark === undefined) return undefined
  const symbol = readSymbol(mark, accent)
  if ('fault' in symbol) return undefined
  const [left = 0, top = 0, size = 1] = symbol.viewBox.split(' ').map(Number)
  const place = `translate(5 5) scale(${30 / size}) translate(${-left} ${-top})`
  const content = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="6" fill="#faf6ee"/><g color="#1b1916" transform="${place}">${symbol.inner}</g></svg>\n`
  return named('mark', 'svg', content)
}

function named(name: string, ending: string, content: string): PublishedFile {
  return { path: `assets/${name}.${hash('sha256', content).slice(0, 8)}.${ending}`, content }
}

/** What a portal's look adds to its output. */
export function lookFiles(site: Site): PublishedFile[] {
  return [lookSheet(site), markIcon(site)].flatMap((file) => file ?? [])
}

/** What a portal's look adds to the head of a page: addresses with the base. */
export function lookHead(site: Site): { look?: string; mark?: string } {
  const [look, mark] = [lookSheet(site), markIcon(site)]
  return {
    ...(look ? { look: site.base + look.path } : {}),
    ...(mark ? { mark: site.base + mark.path } : {}),
  }
}
