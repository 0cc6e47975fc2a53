import type { Library } from '../content/library.ts'

/** Pixels of the icons a phone's home screen asks for. */
export const iconSizes = [180, 192, 512] as const

export function iconPath(size: number): string {
  return `icon-${size}.png`
}

/** What a phone needs to put the portal on its home screen. Source: https://www.w3.org/TR/appmanifest/ */
export function webManifest({ site }: Library): string {
  const manifest = {
    id: site.base,
    name: `${site.name} · ${site.tagline}`,
    short_name: site.name,
    description: site.description,
    lang: 'zh-CN',
    dir: 'ltr',
    // Named whole: a host need not answer for a folder.
    start_url: `${site.base}index.html`,
    scope: site.base,
    display: 'standalone',
    background_color: '#faf6ee',
    theme_color: '#faf6ee',
    icons: iconSizes.map((size) => ({
      src: `${site.base}${iconPath(size)}`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: 'any',
    })),
    shortcuts: [
      ['案例', 'cases/index.html'],
      ['学习', 'training/index.html'],
      ['搜索', 'search.html'],
    ].map(([name, path]) => ({ name, url: `${site.base}${path}` })),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
