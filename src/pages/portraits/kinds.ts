/** The box that a fact is drawn in, in units of a drawing of 320 × 180. */
const box = { left: 96, right: 300, top: 24, bottom: 156 }
const [width, height] = [box.right - box.left, box.bottom - box.top]

/** A count above this is drawn as rows of dashes: so many circles would weigh more than the page. */
const mostDots = 650

const fixed = (value: number): string => String(Number(value.toFixed(1)))
const circle = (className: string, x: number, y: number, r: number): string =>
  `<circle class="${className}" cx="${fixed(x)}" cy="${fixed(y)}" r="${fixed(r)}"/>`
const path = (className: string, d: string, rest = ''): string =>
  `<path class="${className}" d="${d}"${rest}/>`
const rect = (className: string, x: number, y: number, w: number, h: number): string =>
  `<rect class="${className}" x="${fixed(x)}" y="${fixed(y)}" width="${fixed(w)}" height="${fixed(h)}"/>`

/** A dot each: `count` solid, those up to `of` hollow, the last solid one red; a few hollow ones more for 余. */
export function dots(count: number, { of, isRough }: { of?: number; isRough: boolean }): string {
  const whole = of ?? count
  if (whole > mostDots) return field(whole)
  const more = isRough && of === undefined ? Math.min(6, Math.max(3, Math.round(count / 100))) : 0
  const { cell, down } = gridFor(whole + more)
  const r = (whole > 200 ? 0.3 : whole > 40 ? 0.33 : 0.36) * cell
  const across = Math.ceil((whole + more) / down)
  const [x0, y0] = [box.left + (width - across * cell) / 2, box.top + (height - down * cell) / 2]
  return Array.from({ length: whole + more }, (_, index) => {
    const [x, y] = [Math.floor(index / down) + 0.5, (index % down) + 0.5]
    const isHollow = index >= count
    const className = isHollow ? 'pt__hollow' : index === count - 1 && of ? 'pt__hot' : 'pt__solid'
    return circle(className, x0 + x * cell, y0 + y * cell, isHollow ? r * 0.88 : r)
  }).join('')
}

/** The largest cell in which a count fits, columns first. */
function gridFor(count: number): { cell: number; down: number } {
  let best = { cell: 0, down: 1 }
  for (let down = 1; down <= 30; down++) {
    const cell = Math.min(height / down, width / Math.ceil(count / down))
    if (cell > best.cell) best = { cell, down }
  }
  return best
}

/** Rows of dashes, a dash each; the first is red. */
function field(count: number): string {
  const cell = Math.sqrt((width * height) / count)
  const across = Math.floor(width / cell)
  const dash = cell * 0.56
  const style = ` stroke-width="${dash.toFixed(2)}" stroke-dasharray="${dash.toFixed(2)} ${(cell - dash).toFixed(2)}"`
  const down = Math.ceil(count / across)
  const pitch = Math.min(cell, height / down)
  const lines = Array.from({ length: down }, (_, row) => {
    const own = Math.min(across, count - row * across)
    const y = box.top + (row + 0.5) * pitch
    return path('pt__line', `M${box.left} ${fixed(y)}h${fixed(own * cell - (cell - dash))}`, style)
  })
  const first = rect('pt__hot', box.left, box.top + pitch / 2 - dash / 2, dash, dash)
  return lines.join('') + first
}

/** One line that runs to and fro, a pass each. */
export function route(passes: number): string {
  const pitch = height / Math.max(1, passes - 1)
  const r = pitch / 2
  const turns = Array.from({ length: passes }, (_, index) => {
    const isRight = index % 2 === 0
    const end = isRight ? box.right - r : box.left + r
    const turn = `a${fixed(r)} ${fixed(r)} 0 0 ${isRight ? 0 : 1} 0 ${fixed(-pitch)}`
    return `H${fixed(end)}${index < passes - 1 ? turn : ''}`
  })
  const isRight = passes % 2 === 1
  return (
    path('pt__line', `M${box.left} ${box.bottom}${turns.join('')}`) +
    circle('pt__hot', isRight ? box.right - r : box.left + r, box.bottom - pitch * (passes - 1), 5)
  )
}

/** Triangles that rise to the right, one each; a red dot on the last. */
export function peaks(count: number): string {
  const pitch = (width - 18) / Math.max(1, count)
  const half = pitch * 1.15
  const tops = Array.from({ length: count }, (_, index) => {
    const rise = count > 1 ? index / (count - 1) : 1
    const sway = index % 3 === 1 && index < count - 1 ? 6 : 0
    return { x: box.left + 11 + index * pitch, y: 110 - rise * 78 - sway }
  })
  const lines = tops.map(({ x, y }) => {
    const to = Math.min(box.right, x + half)
    return path(
      'pt__peak',
      `M${fixed(x - half)} ${box.bottom}L${fixed(x)} ${fixed(y)}L${fixed(to)} ${box.bottom}`,
    )
  })
  const last = tops.at(-1)
  return lines.join('') + (last ? circle('pt__hot', last.x, last.y, 4.5) : '')
}

/** Furrows that run to the horizon, one each; the last is red. */
export function rows(count: number): string {
  const step = width / Math.max(1, count - 1)
  const far = 33 / Math.max(1, count - 1)
  return Array.from({ length: count }, (_, index) =>
    path(
      index === count - 1 ? 'pt__line pt__line--hot' : 'pt__line',
      `M${fixed(box.left + index * step)} ${box.bottom}L${fixed(229.7 + index * far)} 28`,
    ),
  ).join('')
}

/** Two bores from one surface, their depths in proportion; the shallow one is never less than a stroke. */
export function depth(shallow: number, deep: number): string {
  const full = 124
  const levels = [59, 90, 121, 152].map((y) =>
    path('pt__soft', `M${box.left} ${y}h${width}`, ' stroke-dasharray="3 5"'),
  )
  return [
    path('pt__soft', `M${box.left} 28h${width}`),
    ...levels,
    rect('pt__solid', 212, 28, 10, Math.max(2, (full * shallow) / deep)),
    rect('pt__hot', 276, 28, 10, full),
  ].join('')
}

/** Bars from one ground, their heights in proportion; a red cap on the last. */
export function bars(values: readonly number[]): string {
  const most = Math.max(...values)
  const broad = 46
  const gap = 10
  const start = box.right - values.length * broad - (values.length - 1) * gap
  const drawn = values.map((value, index) => {
    const tall = (height * value) / most
    const x = start + index * (broad + gap)
    const cap = index === values.length - 1 ? rect('pt__hot', x, box.bottom - tall, broad, 6) : ''
    return rect('pt__solid', x, box.bottom - tall, broad, tall) + cap
  })
  return drawn.join('') + path('pt__line', `M${box.left} ${box.bottom}h${width}`)
}

/** A ring of strokes from twelve o'clock, one each; those that count are long and dark, the last red. */
export function ring(count: number, whole: number): string {
  const centre = { x: 228, y: 90 }
  const ends = (index: number, from: number): string => {
    const angle = (2 * Math.PI * index) / whole
    const at = (r: number) =>
      `${(centre.x + r * Math.sin(angle)).toFixed(2)} ${(centre.y - r * Math.cos(angle)).toFixed(2)}`
    return `M${at(from)}L${at(63)}`
  }
  const strokes = (first: number, last: number, from: number): string =>
    Array.from({ length: last - first }, (_, index) => ends(first + index, from)).join('')
  const thin = ` stroke-width="${(190 / whole).toFixed(2)}"`
  return (
    path('pt__soft', strokes(count, whole, 54), thin) +
    path('pt__line', strokes(0, count - 1, 37), thin) +
    path('pt__line pt__line--hot', strokes(count - 1, count, 37))
  )
}

/** Years on a line at their distance, up and down in turn; the last is red. */
export function timeline(years: readonly number[]): string {
  const [first = 0] = years
  const last = years.at(-1) ?? first
  const y = 105.8
  const stems = [-27, 28.8, -18, 14.4]
  const marks = years.map((year, index) => {
    const x = box.left + 8 + ((width - 16) * (year - first)) / Math.max(1, last - first)
    const isLast = index === years.length - 1
    const stem = isLast ? -27 : (stems[index % stems.length] ?? -27)
    return (
      path('pt__line', `M${fixed(x)} ${y}V${fixed(y + stem)}`) +
      circle(isLast ? 'pt__hot' : 'pt__solid', x, y + stem, isLast ? 7 : 5)
    )
  })
  return path('pt__line', `M${box.left} ${y}H${box.right}`) + marks.join('')
}
