import { childOf, childrenOf, isElement } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'

/** What a paragraph style says that matters here; what it does not say comes from the one it is based on. */
export interface Style {
  name: string
  basedOn?: string
  outline?: number
  numId?: string
  numLevel?: number
  centred?: boolean
  hidden?: boolean
  strike?: boolean
  raised?: 'above' | 'below' | 'on'
}

export type Styles = ReadonlyMap<string, Style>

/** Read `styles.xml`. */
export function readStyles(root: Element | undefined): Styles {
  const styles = new Map<string, Style>()
  const list = root?.children.find((node) => isElement(node, 'w:styles'))
  for (const element of childrenOf(isElement(list) ? list : undefined, 'w:style')) {
    const id = element.attributes['w:styleId'] ?? ''
    styles.set(id, { name: valueOf(element, 'w:name') ?? id, ...readStyle(element) })
  }
  return styles
}

function readStyle(element: Element): Omit<Style, 'name'> {
  const paragraph = childOf(element, 'w:pPr')
  const numbering = childOf(paragraph, 'w:numPr')
  const outline = Number(valueOf(paragraph, 'w:outlineLvl') ?? NaN)
  const basedOn = valueOf(element, 'w:basedOn')
  const numId = valueOf(numbering, 'w:numId')
  const run = childOf(element, 'w:rPr')
  const height = heightOf(run)
  return {
    ...(basedOn === undefined ? {} : { basedOn }),
    ...(outline >= 0 && outline < 9 ? { outline: outline + 1 } : {}),
    ...(numId === undefined ? {} : { numId }),
    ...(numbering ? { numLevel: Number(valueOf(numbering, 'w:ilvl') ?? 0) || 0 } : {}),
    ...(valueOf(paragraph, 'w:jc') === 'center' ? { centred: true } : {}),
    ...(isOn(childOf(run, 'w:vanish')) ? { hidden: true } : {}),
    ...(isOn(childOf(run, 'w:strike')) ? { strike: true } : {}),
    ...(height === undefined ? {} : { raised: height }),
  }
}

/** A style with what it inherits; chains that come back to themselves end. */
export function styleOf(styles: Styles, id: string | undefined): Style | undefined {
  const first = id === undefined ? undefined : styles.get(id)
  if (!first) return undefined
  let style = first
  const seen = new Set([id])
  for (let next = first.basedOn; next !== undefined && !seen.has(next);) {
    seen.add(next)
    const base = styles.get(next)
    if (!base) break
    style = { ...base, ...style }
    next = base.basedOn
  }
  // Being called a heading is what Word itself goes by.
  const named = /^(?:heading|标题)\s*([1-9])$/i.exec(style.name)?.[1]
  return named ? { ...style, outline: Number(named) } : style
}

/** The `w:val` of a child. */
export function valueOf(element: Element | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val']
}

/** Whether a switch such as `w:b` is there and not turned off. */
export function isOn(element: Element | undefined): boolean {
  return element !== undefined && !/^(0|false|off|none)$/.test(element.attributes['w:val'] ?? '')
}

/** Half-points by which letters are lifted to be read as raised. */
const lifted = 6

/** Where letters stand; `on` the line when the run itself says so. */
export function heightOf(properties: Element | undefined): 'above' | 'below' | 'on' | undefined {
  const written = valueOf(properties, 'w:vertAlign')
  if (written === 'superscript') return 'above'
  if (written === 'subscript') return 'below'
  const lift = Number(valueOf(properties, 'w:position') ?? 0)
  if (Math.abs(lift) >= lifted) return lift > 0 ? 'above' : 'below'
  return written === undefined ? undefined : 'on'
}
