import { escapeHtml } from '../formats/xml.ts'
import type { Layout } from './layout.ts'
import { short } from './nodes.ts'
import type { Node, PathNode, TextNode } from './nodes.ts'
import type { Ink } from './palette.ts'

type Colours = Record<Ink, string>
/** How words are drawn: as text, for a browser and for the check, or as outlines, for the painter. */
export type DrawText = (node: TextNode, attributes: string) => string

/** A frame as SVG. The same nodes give the same characters. */
export function svgOf(
  nodes: readonly Node[],
  layout: Layout,
  colours: Colours,
  draw = asText,
): string {
  const { width, height } = layout
  const ground = `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`
  const shown = nodes.filter(({ opacity = 1 }) => opacity > 0.004)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${ground}${shown.map((node) => element(node, colours, draw)).join('')}</svg>`
}

function element(node: Node, colours: Colours, draw: DrawText): string {
  const seen = (node.opacity ?? 1) < 0.996 ? ` opacity="${thousandths(node.opacity ?? 1)}"` : ''
  switch (node.kind) {
    case 'text':
      return draw(node, ` fill="${colours[node.ink]}"${seen}`)
    case 'circle':
      return `<circle cx="${short(node.x)}" cy="${short(node.y)}" r="${short(node.r)}"${paint(node, colours)}${seen}/>`
    case 'rect':
      return `<rect x="${short(node.x)}" y="${short(node.y)}" width="${short(node.width)}" height="${short(node.height)}"${node.radius ? ` rx="${short(node.radius)}"` : ''}${paint({ ...node, width: node.line ?? 0 }, colours)}${seen}/>`
    case 'path':
      return `<path d="${node.d}"${paint(node, colours)}${placed(node)}${seen}/>`
  }
}

function placed({ at, dash }: PathNode): string {
  const moved = at
    ? ` transform="translate(${short(at.x)} ${short(at.y)}) scale(${thousandths(at.scale)})"`
    : ''
  return `${dash ? ` stroke-dasharray="${dash}"` : ''}${moved}`
}

function paint(
  { fill, stroke, width }: { fill?: Ink; stroke?: Ink; width?: number },
  colours: Colours,
): string {
  const pen = stroke
    ? ` stroke="${colours[stroke]}" stroke-width="${thousandths(width ?? 1)}" stroke-linecap="round" stroke-linejoin="round"`
    : ''
  return ` fill="${fill ? colours[fill] : 'none'}"${pen}`
}

const families = {
  serif: "'Noto Serif CJK SC','Noto Serif SC','Source Han Serif SC',serif",
  sans: "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC',sans-serif",
}

function asText({ x, y, size, text, serif, anchor }: TextNode, attributes: string): string {
  const family = serif ? `${families.serif}" font-weight="700` : families.sans
  const end = anchor && anchor !== 'start' ? ` text-anchor="${anchor}"` : ''
  return `<text x="${short(x)}" y="${short(y)}" font-size="${short(size)}" font-family="${family}"${end}${attributes}>${escapeHtml(text)}</text>`
}

function thousandths(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
