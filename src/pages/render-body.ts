import { renderBody } from '../content/markdown.ts'
import type { Entry, Library } from '../content/library.ts'
import type { RenderContext } from '../content/render.ts'
import { citable } from './facts.ts'
import { href, resolveLink } from './links.ts'

/** An entry's body as HTML: what stands before the first heading, and the rest. */
export function bodyOf(library: Library, entry: Entry): { lead: string; html: string } {
  const html = renderBody(entry.body, contextOf(library, entry))
  const heading = html.indexOf('<h2')
  return heading < 0
    ? { lead: '', html }
    : { lead: html.slice(0, heading), html: html.slice(heading) }
}

function contextOf(library: Library, entry: Entry): RenderContext {
  return {
    link: (written) => resolveLink(library, written),
    image: (written) => {
      const media = library.media.get(mediaFile(entry, written))
      return media?.width && media.height
        ? { url: href(library, media.url), width: media.width, height: media.height }
        : undefined
    },
    cites: (fact) => citable(library, fact) !== undefined,
    words: library.site.words,
  }
}

/** The file a media path names: below `content/media/`, or beside the entry. */
export function mediaFile(entry: Entry, written: string): string {
  if (written.startsWith('/')) return `content${written}`
  return `${entry.file.replace(/[^/]+$/, '')}${written.replace(/^\.\//, '')}`
}
