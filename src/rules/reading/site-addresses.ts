import type { Library } from '../../content/library.ts'
import { textPath } from '../../pages/film.ts'
import { sitePages } from '../../pages/site-map.ts'
import { publishedFiles } from '../../publish/files.ts'
import { published } from '../../content/library.ts'

/** Addresses of every page the site has, without those of the handbook: `/cases/index.html`. */
export function pageAddresses(library: Library): ReadonlySet<string> {
  return new Set(sitePages(library).map(({ path }) => `/${path}.html`))
}

/** Addresses of every file beside the pages that readers may open: feeds, open data, media, texts of films. */
export function fileAddresses(library: Library): ReadonlySet<string> {
  const beside = [...publishedFiles(library, [])].map(({ path }) => `/${path}`)
  const media = [...library.media.values()].map(({ url }) => url)
  const captions = [...library.captions.keys()].map((path) => path.replace(/^content/, ''))
  const data = published(library, 'charts').map(({ url }) => url.replace(/\.html$/, '.csv'))
  const texts = published(library, 'videos').flatMap((film) =>
    film.data.file && film.data.captions ? [textPath(film)] : [],
  )
  return new Set([...beside, ...media, ...captions, ...data, ...texts])
}
