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
  return {
    ...(basedOn === undefined ? {} : { basedOn }),
    ...(outline >= 0 && outline < 9 ? { outline: outline + 1 } : {}),
    ...(numId === undefined ? {} : { numId }),
    ...(numbering ? { numLevel: Number(valueOf(numbering, 'w:ilvl') ?? 0) || 0 } : {}),
    ...(valueOf(paragraph, 'w:jc') === 'center' ? { centred: true } : {}),
    ...(isOn(childOf(childOf(element, 'w:rPr'), 'w:vanish')) ? { hidden: true } : {}),
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
