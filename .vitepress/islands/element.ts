import { icons } from '../theme/components/icons.ts'
import type { IconName } from '../theme/components/icons.ts'

/** An element with attributes and what is in it. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...inside)
  return made
}

const svg = 'http://www.w3.org/2000/svg'

export function iconElement(name: IconName): SVGElement {
  const icon = document.createElementNS(svg, 'svg')
  icon.setAttribute('class', 'i')
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(svg, 'path')
  path.setAttribute('d', icons[name])
  icon.append(path)
  return icon
}
