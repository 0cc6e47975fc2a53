/** The page of a slide show that a presentation program opens: 16:9, measured in inches and points. */
export const page = { width: 13.333, height: 7.5 } as const
/** A hundredth of the page's height: in inches, and in points. */
export const unit = { inches: 0.075, points: 5.4 } as const
/** No text but the corner is smaller: a hall's last row reads 1/18 of the height. */
export const smallest = 30
export const corner = 15

/** The portal's light room, as presentation programs want colours: six digits. */
export const colours = {
  paper: 'FAF6EE',
  surface: 'FFFDF9',
  ink: '1B1916',
  ink2: '3B362F',
  ink3: '514A40',
  rule: 'DDD4C3',
  accent: 'C8371B',
  accentText: '971D0D',
} as const

/** Fonts that Office and WPS bring; other programs put their own Chinese font in their place. */
export const fonts = { sans: 'Microsoft YaHei', serif: 'SimSun' } as const

export interface Box {
  /** Inches. */
  x: number
  y: number
  w: number
  h: number
}

const margin = 8 * unit.inches
/** What lies between the margins and above the foot. */
export const field: Box = {
  x: margin,
  y: 6 * unit.inches,
  w: page.width - 2 * margin,
  h: page.height - 16 * unit.inches,
}

/** Lines that a text takes in a box of so many points; a Chinese letter is as wide as it is high. */
export function linesOf(text: string, points: number, width: number): number {
  const inLine = Math.max(1, Math.floor((width * 72) / points))
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / inLine)), 0)
}

/** In letters; Latin ones and digits are about half as wide. */
function widthOf(line: string): number {
  return Array.from(line).reduce((sum, letter) => sum + (letter < '\u2e80' ? 0.56 : 1), 0)
}

/** The largest size from a wanted one down at which a text fits its box; the smallest when none does. */
export function sizeFor(text: string, box: Box, wanted: number, leading = 1.35): number {
  for (let points = wanted; points > smallest; points -= 2)
    if (linesOf(text, points, box.w) * points * leading <= box.h * 72) return points
  return smallest
}
