import { linkTargetOf, relativePath } from '../../../../src/study/offline.ts'

export interface OfflineContext {
  /** Absolute address of the portal's base, where links leave the folder for. */
  home: string
  /** Absolute address the pages were fetched from: this portal's base. */
  root: string
  /** Files that lie in the folder, by path below the base. */
  pages: ReadonlySet<string>
  films: boolean
}

export interface OfflinePage {
  html: string
  /** Files the page needs beside it: styles, pictures, films. */
  needs: string[]
}

/** What a page in a folder has no use for: scripts, and controls that lead to other pages. */
const useless =
  'script, link[rel="canonical"], link[rel="alternate"], link[rel="manifest"], meta[name="robots"], .js-only, .nav, .tools, .foot__top ul, form[role="search"], .skip'

/** An address as a page of the folder names it: relative, or online for the rest of the portal. */
export function offlineAddress(
  written: string,
  path: string,
  { root, pages, home }: OfflineContext,
): string {
  const to = linkTargetOf(written, root + path, root)
  if (to.kind !== 'file') return written
  return (pages.has(to.path) ? relativePath(path, to.path) : home + to.path) + to.fragment
}

/** A page as it lies in the folder: no script, every address relative or, for the rest of the portal, online. */
export function offlinePage(source: Document, path: string, context: OfflineContext): OfflinePage {
  const page = source.cloneNode(true) as Document
  for (const one of page.querySelectorAll(useless)) one.remove()
  for (const one of page.querySelectorAll('[data-props]')) one.removeAttribute('data-props')
  if (!context.films) for (const film of page.querySelectorAll('video')) leaveOut(film)
  const needs = new Set<string>()
  const put = (element: Element, name: string, resource: boolean) => {
    const written = element.getAttribute(name)
    if (written === null) return
    const to = linkTargetOf(written, context.root + path, context.root)
    if (!resource) element.setAttribute(name, offlineAddress(written, path, context))
    else if (to.kind === 'file') {
      needs.add(to.path)
      element.setAttribute(name, relativePath(path, to.path) + to.fragment)
    }
  }
  for (const brand of page.querySelectorAll('.brand'))
    brand.setAttribute('href', relativePath(path, 'index.html'))
  for (const link of page.querySelectorAll('a:not(.brand)'))
    put(link, 'href', link.hasAttribute('download') && !isFilm(link))
  for (const link of page.querySelectorAll('link[href]')) put(link, 'href', true)
  for (const media of page.querySelectorAll('[src]')) put(media, 'src', true)
  for (const film of page.querySelectorAll('[poster]')) put(film, 'poster', true)
  for (const image of page.querySelectorAll('[srcset]')) image.removeAttribute('srcset')
  return { html: `<!DOCTYPE html>\n${page.documentElement.outerHTML}\n`, needs: [...needs] }
}

/** A film's files to download: the one that plays lies in the folder already, when films were asked for. */
function isFilm(link: Element): boolean {
  return /\.mp4$/.test(link.getAttribute('href') ?? '')
}

/** A film that was not asked for leaves its picture and a word. */
function leaveOut(film: HTMLVideoElement): void {
  const page = film.ownerDocument
  const note = page.createElement('p')
  note.className = 'callout callout--note'
  note.textContent = '影片没有放进这个离线包。联网时打开原页可以看，下面的文字就是影片说的话。'
  const poster = film.getAttribute('poster')
  if (poster) {
    const image = page.createElement('img')
    image.setAttribute('src', poster)
    image.setAttribute('alt', '')
    image.className = 'offline-poster'
    film.before(image)
  }
  ;(film.closest('[data-player]') ?? film).after(note)
  film.remove()
}
