import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { shareCards, sharePath } from '../../src/publish/share/card.ts'
import { drawCard } from '../../src/publish/share/draw.ts'
import { openPainter } from '../../src/publish/share/painter.ts'
import type { Painter } from '../../src/publish/share/painter.ts'
import { iconPath, iconSizes } from '../../src/publish/web-manifest.ts'
import type { Step } from './step.ts'

const find = createRequire(import.meta.url).resolve
const family = 'Noto Sans S Chinese'
const cache = resolve('.vitepress/cache/images')

/**
 * Icons for home screens, and, when the portal knows its public address, an image for each card a chat
 * shows. A drawing that has been painted before is taken from the cache: painting takes about 50 ms.
 */
export const drawImages: Step = {
  name: '画分享图',
  async run({ library, output }) {
    const icon = readFileSync('.vitepress/theme/assets/icon.svg', 'utf8')
    const drawings = [
      ...iconSizes.map((size) => ({ path: iconPath(size), svg: icon, width: size })),
      ...(library.site.url ? shareCards(library) : []).map((card) => ({
        path: sharePath(card),
        svg: drawCard(card, family),
        width: undefined,
      })),
    ]
    const shop = shopVersion()
    let painter: Painter | undefined
    for (const { path, svg, width } of drawings) {
      const known = remembered(`${shop} ${width} ${svg}`)
      if (!existsSync(known)) {
        painter ??= await openShop()
        keep(known, painter.paint(svg, width))
      }
      output.write(path, readFileSync(known))
    }
    return { count: drawings.length, unit: '张图' }
  },
}

/** resvg and the one font family the portal draws with; neither the system's nor the reader's. */
function openShop(): Promise<Painter> {
  const folder = join(dirname(find('@embedpdf/fonts-sc')), '../fonts')
  const fonts = ['Bold', 'Regular'].map((weight) =>
    readFileSync(join(folder, `NotoSansHans-${weight}.otf`)),
  )
  return openPainter(readFileSync(find('@resvg/resvg-wasm/index_bg.wasm')), fonts)
}

/** Everything besides the drawing that an image's bytes depend on. */
function shopVersion(): string {
  const hash = createHash('sha256').update(process.versions.zlib)
  for (const tool of ['painter', 'png']) hash.update(readFileSync(`src/publish/share/${tool}.ts`))
  return hash.update(readFileSync(find('@resvg/resvg-wasm/index_bg.wasm'))).digest('hex')
}

function remembered(made: string): string {
  return join(cache, `${createHash('sha256').update(made).digest('hex')}.png`)
}

/** Whole or not at all, whatever interrupts the build. */
function keep(file: string, bytes: Uint8Array): void {
  mkdirSync(cache, { recursive: true })
  writeFileSync(`${file}.${process.pid}`, bytes)
  renameSync(`${file}.${process.pid}`, file)
}
