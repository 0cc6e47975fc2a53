import { Parser } from 'htmlparser2'

/** Elements a mark may hold, and the attributes of each: shapes, and nothing that loads, runs or styles. */
const geometry: Readonly<Record<string, readonly string[]>> = {
  svg: ['viewBox', 'xmlns'],
  g: ['transform'],
  path: ['d', 'transform'],
  circle: ['cx', 'cy', 'r', 'transform'],
  ellipse: ['cx', 'cy', 'rx', 'ry', 'transform'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry', 'transform'],
  line: ['x1', 'y1', 'x2', 'y2', 'transform'],
  polyline: ['points', 'transform'],
  polygon: ['points', 'transform'],
}
const paint = ['fill', 'stroke'] as const
const strokes = ['stroke-width', 'stroke-linecap', 'stroke-linejoin', 'fill-rule', 'clip-rule']
/** Colours that follow the reader's palette. */
const colours = ['none', 'currentColor', 'accent']
/** What an attribute may hold: numbers, letters of paths, names of transforms. */
const plain = /^[\w\s.,()#+-]*$/
/** Characters: a mark is loaded with every page. */
const longest = 4000

/** Why an SVG cannot be a portal's mark, in Chinese; undefined when it can. */
export function symbolFault(svg: string): string | undefined {
  if (svg.length > longest) return `标志有${svg.length}个字符，最多${longest}：请简化图形。`
  const read = readSymbol(svg)
  return 'fault' in read ? read.fault : undefined
}

/** A mark's drawing, made anew from what was read: nothing else that was written reaches a page. */
export interface Symbol {
  viewBox: string
  /** The elements inside, with the colours as given. */
  inner: string
}

/**
 * A mark read. `accent` is the colour to write for the accent; without it what has the accent is marked
 * with classes, `mark-fill` and `mark-stroke`, and follows the reader's palette.
 */
export function readSymbol(svg: string, accent?: string): Symbol | { fault: string } {
  let fault: string | undefined
  let viewBox: string | undefined
  const written: string[] = []
  const open: string[] = []
  let roots = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const allowed = geometry[name]
        if (!allowed)
          fault ??= `标志里不能有 <${name}>：只能有图形（${Object.keys(geometry).slice(1).join('、')}）。`
        else if ((name === 'svg') !== (open.length === 0)) fault ??= '标志要写成一个 <svg>…</svg>。'
        else fault ??= attributeFault(name, attributes)
        if (open.length === 0 && ++roots > 1) fault ??= '标志要写成一个 <svg>…</svg>。'
        open.push(name)
        if (name === 'svg') viewBox = attributes.viewBox
        else written.push(`<${name}${attributesOf(attributes, accent)}>`)
      },
      onclosetag(name) {
        open.pop()
        if (name !== 'svg') written.push(`</${name}>`)
      },
      ontext(text) {
        if (text.trim() !== '') fault ??= '标志里不能有文字：把字转成图形（路径）。'
      },
      onprocessinginstruction: () => (fault ??= '标志里不能有 <? 或 <!DOCTYPE>，从 <svg 写起。'),
    },
    { xmlMode: true },
  )
  parser.end(svg.trim())
  if (viewBox === undefined) fault ??= '标志要有 viewBox，例如 viewBox="0 0 40 40"。'
  return fault === undefined && viewBox !== undefined
    ? { viewBox, inner: written.join('') }
    : { fault: fault ?? '标志读不懂。' }
}

function attributeFault(
  name: string,
  attributes: Readonly<Record<string, string>>,
): string | undefined {
  for (const [key, value] of Object.entries(attributes)) {
    if ((paint as readonly string[]).includes(key)) {
      if (!colours.includes(value))
        return `标志的颜色 ${key}="${value}" 在深色和高对比里会看不清：写 currentColor（字的颜色）或 accent（强调色）。`
    } else if (![...(geometry[name] ?? []), ...strokes].includes(key))
      return `标志里的 <${name}> 不能写 ${key}。`
    if (key !== 'xmlns' && !plain.test(value)) return `标志里 ${key} 的值不能这样写。`
    if (key === 'viewBox' && !/^-?[\d.]+ -?[\d.]+ ([\d.]+) \1$/.test(value))
      return '标志要是方的：viewBox 的宽和高要一样，例如 viewBox="0 0 40 40"。'
  }
  return undefined
}

function attributesOf(
  attributes: Readonly<Record<string, string>>,
  accent: string | undefined,
): string {
  const isAccent = (key: string) => attributes[key] === 'accent'
  const written = Object.entries(attributes)
    .filter(([key]) => accent !== undefined || !isAccent(key))
    .map(([key, value]) => ` ${key}="${isAccent(key) ? (accent ?? '') : value}"`)
  const classes = accent === undefined ? paint.filter(isAccent).map((key) => `mark-${key}`) : []
  return written.join('') + (classes.length > 0 ? ` class="${classes.join(' ')}"` : '')
}
