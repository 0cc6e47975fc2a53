import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as fontkit from 'fontkit'
import type { TextNode } from '../../src/films/nodes.ts'
import { short } from '../../src/films/nodes.ts'
import type { DrawText } from '../../src/films/svg.ts'

/** What is used of a font: `fontkit` comes without types. */
interface Font {
  glyphForCodePoint: (point: number) => { path: { toSVG: () => string }; advanceWidth: number }
}

/** Where systems keep the serif that films print; the sans comes with a package. */
const serifs = [
  '/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc',
  '/usr/share/fonts/noto-cjk/NotoSerifCJK-Bold.ttc',
  '/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Bold.ttc',
]

/** Words as outlines, so that the painter needs no fonts and draws a frame in milliseconds. */
export function outlines(): DrawText {
  const serif = openSerif()
  const sans = openFont(join(sansFolder(), 'NotoSansHans-Regular.otf'))
  const glyphs = new Map<string, { d: string; advance: number }>()
  const glyphOf = (font: Font, face: string, character: string) => {
    const key = face + character
    const before = glyphs.get(key)
    if (before) return before
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0)
    const made = { d: glyph.path.toSVG(), advance: glyph.advanceWidth }
    glyphs.set(key, made)
    return made
  }
  return (node, attributes) => {
    const [font, face] = node.serif ? [serif, 'serif'] : [sans, 'sans']
    const letters = Array.from(node.text, (character) => glyphOf(font, face, character))
    const scale = node.size / 1000
    const sum = letters.reduce((total, { advance }) => total + advance, 0) * scale
    let x = node.x - before(node, sum)
    const drawn = letters.map(({ d, advance }) => {
      const at = short(x)
      x += advance * scale
      return (
        d &&
        `<path transform="translate(${at} ${short(node.y)}) scale(${scale} ${-scale})" d="${d}"/>`
      )
    })
    return `<g${attributes}>${drawn.join('')}</g>`
  }
}

function before({ anchor }: TextNode, width: number): number {
  return anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0
}

function openSerif(): Font {
  const file = serifs.find((path) => existsSync(path))
  if (!file)
    throw new Error(
      '没有找到思源宋体（Noto Serif CJK）：Debian 或 Ubuntu 上运行 apt-get install fonts-noto-cjk-extra。',
    )
  return openFont(file, 'NotoSerifCJKsc-Bold')
}

function openFont(file: string, name?: string): Font {
  return fontkit.openSync(file, name)
}

function sansFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts')
}
