import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { escapeHtml } from '../../formats/xml.ts'

interface Plotted {
  /** Distinguishes its patterns from those of every other drawing on a page. */
  id: string
  width: number
  height: number
  /** Ends of the horizontal scale when they are not 0 and the width. */
  x?: [number, number]
  marks: Plot.Markish[]
  /** What a screen reader says; a drawing without it is an ornament. */
  label?: string
  /** Let the drawing stretch to whatever box it stands in. */
  stretch?: boolean
  /** Turn over what Plot fills from the top. */
  turned?: boolean
}

/**
 * Marks as an SVG element that the portal's policy allows: Observable Plot places them, and what it
 * would say in style sheets and attributes is left to the classes of `chart.css`. Units are pixels,
 * the origin is at the bottom left.
 */
export function plot({ id, width, height, x, marks, label, stretch, turned }: Plotted): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const svg = Plot.plot({
    // The library asks for a whole browser document and uses only its elements.
    document: document as unknown as Document,
    width,
    height,
    margin: 0,
    axis: null,
    x: { type: 'linear', domain: x ?? [0, width], range: [0, width] },
    y: { type: 'linear', domain: [0, height], range: [height, 0] },
    marks,
  })
  svg.querySelector('style')?.remove()
  strip(svg, ['width', 'height', 'fill', 'text-anchor', 'font-size', 'font-family'])
  for (const group of svg.querySelectorAll('g')) {
    strip(group, groupAttributes)
    if (turned) group.setAttribute('transform', `translate(0,${height}) scale(1,-1)`)
  }
  namePatterns(svg, id)
  svg.setAttribute('class', 'plot')
  if (stretch) svg.setAttribute('preserveAspectRatio', 'none')
  // The document writes attributes with only their quotes escaped.
  const said = label ? `role="img" aria-label="${escapeHtml(label)}"` : 'aria-hidden="true"'
  return inHundredths(svg.outerHTML).replace('<svg', () => `<svg ${said}`)
}

/** Hundredths of a pixel are as fine as anybody sees. */
function inHundredths(markup: string): string {
  return markup.replace(/-?\d+\.\d{3,}/g, (number) =>
    String(Math.round(Number(number) * 100) / 100),
  )
}

const groupAttributes = [
  'aria-label',
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
]

function strip(element: Element, names: string[]): void {
  for (const name of names) element.removeAttribute(name)
}

/** Plot numbers patterns for as long as the process lives; a page's bytes may not depend on that. */
function namePatterns(svg: Element, id: string): void {
  for (const [index, pattern] of svg.querySelectorAll('pattern').entries()) {
    const path = svg.querySelector(`[fill="url(#${pattern.id})"]`)
    pattern.id = `${id}-${index}`
    path?.setAttribute('fill', `url(#${pattern.id})`)
    path?.setAttribute('stroke', 'none')
  }
}
