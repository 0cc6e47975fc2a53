import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Library } from '../../src/content/library.ts'
import type { FileRecord } from '../../src/release/manifest.ts'
import { shareCards, sharePath } from '../../src/publish/share/card.ts'
import { drawCard } from '../../src/publish/share/draw.ts'
import { markIcon } from '../../src/publish/look.ts'
import { iconPath, iconSizes } from '../../src/publish/web-manifest.ts'
import { madeTogether } from './made-together.ts'
import { missingPackages } from '../optional-packages.ts'
import { fontPackage, shopVersion } from './paint-shop.ts'
import type { Drawing } from './paint-shop.ts'
import { grouped } from '../threads/pool.ts'
import type { Build, Step } from './step.ts'
import { cacheFolder, programFile } from '../folders.ts'

const family = 'Noto Sans S Chinese'
const cache = cacheFolder('images')
/** Drawings a thread is handed at a time. */
const group = 8

/**
 * Icons for home screens, and, when the portal knows its public address, an image for each card a chat
 * shows. A drawing that has been painted before is taken from the cache: painting takes about 50 ms.
 */
export const drawImages: Step = {
  name: '画分享图',
  async run(build) {
    const missing = build.library.site.url
      ? missingPackages('site.yaml 写了公开网址，画分享图', [fontPackage])
      : undefined
    if (missing) {
      console.error(missing)
      return 'failed'
    }
    const shop = shopVersion()
    const of = [build.outward.name, shop]
    const done = await madeTogether(build, { name: 'images', of }, () => paint(build, shop))
    return { ...done, unit: '张图' }
  },
}

async function paint({ library, output, pool }: Build, shop: string): Promise<FileRecord[]> {
  const drawings = drawingsOf(library, shop)
  // Two cards may be alike; each file is painted once.
  const missing = new Map(drawings.map((drawing) => [drawing.file, drawing]))
  for (const { file } of drawings) if (existsSync(file)) missing.delete(file)
  const asked = grouped([...missing.values()], group).map((some) =>
    pool.run(
      'paint',
      some.map(({ svg, width, file }) => ({ svg, width, file })),
    ),
  )
  await Promise.all(asked)
  return drawings.map(({ path, file }) => output.write(path, readFileSync(file)))
}

/** Every image of a portal, and where its painting is kept. */
export function drawingsOf(library: Library, shop: string): (Drawing & { path: string })[] {
  const icon =
    markIcon(library.site)?.content.toString() ??
    readFileSync(programFile('.vitepress/theme/assets/icon.svg'), 'utf8')
  const icons = iconSizes.map((size) => ({ path: iconPath(size), svg: icon, width: size }))
  const cards = (library.site.url ? shareCards(library) : []).map((card) => ({
    path: sharePath(card),
    svg: drawCard(card, family),
    width: undefined,
  }))
  return [...icons, ...cards].map((drawing) => ({
    ...drawing,
    file: join(cache, `${hash('sha256', `${shop} ${drawing.width} ${drawing.svg}`)}.png`),
  }))
}
