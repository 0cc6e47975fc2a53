import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { packageFolder, programFile } from '../folders.ts'
import { isInstalled } from '../optional-packages.ts'
import { openPainter } from '../../src/publish/share/painter.ts'
import type { Painter } from '../../src/publish/share/painter.ts'

const find = createRequire(import.meta.url).resolve

/** A drawing to be painted, the width of the image where it is not the drawing's own, and its file. */
export interface Drawing {
  svg: string
  width?: number
  file: string
}

/** Paints with resvg and the one font family the portal draws with; neither the system's nor the reader's. */
export class PaintShop {
  private painter: Promise<Painter> | undefined

  async paint(drawings: readonly Drawing[]): Promise<undefined> {
    const painter = await (this.painter ??= open())
    for (const { svg, width, file } of drawings) keep(file, painter.paint(svg, width))
  }
}

/** The fonts of what has words in it: share images, but no icon. */
export const fontPackage = '@embedpdf/fonts-sc'

function open(): Promise<Painter> {
  const fonts = isInstalled(fontPackage) ? ['Bold', 'Regular'].map(readFont) : []
  return openPainter(readFileSync(find('@resvg/resvg-wasm/index_bg.wasm')), fonts)
}

function readFont(weight: string): Buffer {
  const folder = join(dirname(find(fontPackage)), '../fonts')
  return readFileSync(join(folder, `NotoSansHans-${weight}.otf`))
}

/** Everything besides the drawing that an image's bytes depend on. */
export function shopVersion(): string {
  const hash = createHash('sha256').update(process.versions.zlib).update(painterVersion())
  return hash.update(readFileSync(find('@resvg/resvg-wasm/index_bg.wasm'))).digest('hex')
}

/** The package has no sources: there it is the version of the whole program. */
function painterVersion(): string {
  if (packageFolder() !== undefined) return process.env.PORTAL_PROGRAM ?? ''
  return ['painter', 'png']
    .map((tool) => readFileSync(programFile(`src/publish/share/${tool}.ts`), 'utf8'))
    .join('')
}

/** Whole or not at all, whatever interrupts the build. */
function keep(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, bytes)
  renameSync(`${file}.${process.pid}`, file)
}
