import type { Chapter } from '../../../../src/formats/epub.ts'
import type { PackEntry } from '../../study/pack/load-entry.ts'

interface ChapterContext {
  /** Absolute address of the portal's base. */
  root: string
  /** Absolute public address of the portal, where readers of the book are led. */
  home: string
  /** Chapters by the address of their page below the base. */
  chapters: ReadonlyMap<string, string>
}

interface WrittenChapter extends Chapter {
  /** Pictures it shows: absolute address → path in the book. */
  pictures: Map<string, string>
}

/** Parts of a page that only work there. */
const useless =
  'script, style, template, button, input, select, textarea, form, iframe, object, video, audio, source, canvas, dialog, [hidden], .js-only, .screen-only, [data-island]:empty'
/** Attributes a book has no use for, or may not have. */
const needless =
  /^(?:data-|on|style$|srcset$|sizes$|loading$|decoding$|fetchpriority$|tabindex$|inert$|focusable$|popover|itemprop$|itemscope$|itemtype$)/

/** A page's text and sources as a chapter, in XHTML. */
export function chapterOf(entry: PackEntry, name: string, context: ChapterContext): WrittenChapter {
  const pictures = new Map<string, string>()
  const parts = entry.text.map((one) => cleaned(one, context, pictures))
  const sources = entry.sources.map((one) => cleaned(one, context, pictures))
  const serializer = new XMLSerializer()
  const written = (elements: readonly Element[]) =>
    elements.map((one) => serializer.serializeToString(one)).join('\n')
  const heading = document.createElement('h1')
  heading.textContent = entry.title
  const html = [
    written([heading]),
    written(parts),
    ...(sources.length > 0 ? [`<h2>来源</h2><div class="sources">${written(sources)}</div>`] : []),
    originOf(context.home + entry.address),
  ].join('\n')
  const hasDrawings = [...parts, ...sources].some((one) => one.querySelector('svg') !== null)
  return { name, title: entry.title, html, hasDrawings, pictures }
}

function originOf(address: string): string {
  const link = document.createElement('a')
  link.href = address
  link.textContent = address
  const line = document.createElement('p')
  line.className = 'origin'
  line.append('原页：', link)
  return new XMLSerializer().serializeToString(line)
}

function cleaned(part: Element, context: ChapterContext, pictures: Map<string, string>): Element {
  const copy = part.cloneNode(true) as Element
  for (const one of copy.querySelectorAll(useless)) one.remove()
  for (const one of [copy, ...copy.querySelectorAll('*')]) {
    for (const { name } of [...one.attributes]) if (needless.test(name)) one.removeAttribute(name)
    if (one.localName === 'a') relink(one, context)
    if (one.localName === 'img') picture(one, context, pictures)
  }
  return copy
}

/** To another chapter where the book has it, else to the portal. */
function relink(link: Element, { root, home, chapters }: ChapterContext): void {
  const written = link.getAttribute('href')
  if (written === null || written.startsWith('#')) return
  const url = new URL(written, root)
  link.removeAttribute('download')
  if (!url.href.startsWith(root)) return link.setAttribute('href', url.href)
  const path = url.href.slice(root.length)
  const chapter = chapters.get(path.replace(/[?#].*$/, ''))
  link.setAttribute('href', chapter ? `${chapter}.xhtml` : home + path)
}

function picture(image: Element, { root }: ChapterContext, pictures: Map<string, string>): void {
  const written = image.getAttribute('src')
  const url = written === null ? undefined : new URL(written, root)
  if (!url?.href.startsWith(root)) return image.remove()
  const path = `pictures/${url.pathname.split('/').slice(-2).join('-')}`
  pictures.set(url.href, path)
  image.setAttribute('src', path)
  if (!image.hasAttribute('alt')) image.setAttribute('alt', '')
}
