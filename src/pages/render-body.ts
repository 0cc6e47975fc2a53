import { mediaFile } from '../content/address.ts'
import { textFrom } from '../content/digest.ts'
import { renderBody } from '../content/markdown.ts'
import { escapeHtml } from '../formats/xml.ts'
import { isPublished } from '../content/library.ts'
import type { Entry, Library } from '../content/library.ts'
import type { RenderContext } from '../content/render.ts'
import { citable } from './facts.ts'
import { bodyWork, splitLead } from './body-work.ts'
import type { BodyWork, RenderedBody } from './body-work.ts'
import { explainedIn } from './term.ts'
import { pictureOf } from './charts/picture.ts'
import { entryAt, href, resolveLink } from './links.ts'

/** An entry's body as HTML, or what stands in for it. */
export function bodyOf(library: Library, entry: Entry): RenderedBody {
  if (library.standIn) return { lead: '', html: library.standIn(entry) }
  return splitLead(renderBody(entry.body, contextOf(library, entry)))
}

/** The work of rendering an entry's body where there is no library. */
export function bodyWorkOf(library: Library, entry: Entry): BodyWork {
  return bodyWork(entry.body, textFrom(entry.text, entry.bodyLine), contextOf(library, entry))
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
    terms: explainedIn(library, entry),
    chart: (written) => {
      const chart = entryAt(library, written)
      return chart?.collection === 'charts' && isPublished(chart) && chart !== entry
        ? // Its title stands in its own page; slides made of this text show it.
          `<div data-chart="${escapeHtml(chart.data.title)}">${pictureOf(library, chart, 'text')}</div>`
        : undefined
    },
  }
}
