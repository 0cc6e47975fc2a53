import { clampChroma, converter, formatHex, parse, wcagContrast } from 'culori'

const toOklch = converter('oklch')

/** The grounds that words and graphics stand on, by palette: those of `theme/styles/tokens.css` and `palettes.css`. */
export const grounds = {
  light: ['#faf6ee', '#fffdf9', '#f2ecdf'],
  dark: ['#161513', '#1f1d1a', '#100f0e'],
  contrast: ['#ffffff'],
  darkContrast: ['#000000'],
  stage: ['#14191a', '#0b0e0f'],
} as const
export type Palette = keyof typeof grounds

/** Contrast that graphics and parts of controls need. Source: WCAG 2.2, 1.4.11. */
export const graphicContrast = 3

/** The least contrast of a colour with some grounds, as WCAG reckons it: 1 to 21. */
export function contrastWith(colour: string, others: readonly string[]): number {
  return Math.min(...others.map((other) => wcagContrast(colour, other)))
}

/**
 * The colour of the same hue that is nearest in lightness (OKLCH) and has a contrast with every ground;
 * `#rrggbb`. One that has it already is returned as it is.
 */
export function nearestWith(colour: string, others: readonly string[], contrast: number): string {
  if (contrastWith(colour, others) >= contrast) return hexOf(colour)
  // Grounds of a palette are all light or all dark: away from them contrast only grows.
  const end = wcagContrast('#000', others[0] ?? '#fff') > contrast ? 0 : 1
  let [near, far] = [toOklch(parse(colour))?.l ?? 0.5, end]
  for (let step = 0; step < 24; step++) {
    const middle = (near + far) / 2
    if (contrastWith(withLightness(colour, middle), others) >= contrast) far = middle
    else near = middle
  }
  return withLightness(colour, far)
}

/** A colour of the same hue with another lightness, 0 to 1, and at most some chroma, within sRGB. */
export function withLightness(colour: string, lightness: number, chroma = 1): string {
  const { c = 0, h } = toOklch(parse(colour)) ?? {}
  const other = {
    mode: 'oklch' as const,
    l: lightness,
    c: Math.min(c, chroma),
    ...(h === undefined ? {} : { h }),
  }
  return formatHex(clampChroma(other, 'oklch')) ?? '#000000'
}

function hexOf(colour: string): string {
  return formatHex(colour) ?? '#000000'
}

/** Why a colour cannot be a portal's accent, in Chinese, with the nearest that can; undefined when it can. */
export function accentFault(colour: string): string | undefined {
  const contrast = contrastWith(colour, grounds.light)
  if (contrast >= graphicContrast) return undefined
  const nearest = nearestWith(colour, grounds.light, graphicContrast)
  return `和底色的对比度只有${contrast.toFixed(1)}，线条和图形看不清，要到${graphicContrast}：最近的能用的是 ${nearest}。`
}
