import type { Library } from '../content/library.ts'
import { sitemapAddress } from './sitemap.ts'

/** Everything may be read; search shards mean nothing by themselves. */
export function robots(library: Library): string {
  const map = sitemapAddress(library)
  return [
    'User-agent: *',
    `Disallow: ${library.site.base}search/`,
    'Allow: /',
    ...(map ? ['', `Sitemap: ${map}`] : []),
    '',
  ].join('\n')
}
