import { stageData } from '../../../../src/meeting/deck/stage-data.ts'
import { relativePath } from '../../../../src/study/offline.ts'
import type { DiskDeck } from '../../meeting/deck/from-disk.ts'
import address from '../../meeting/deck/from-disk.ts?classic'
import type { DeckData } from '../../meeting/deck/index.ts'
import { fetchPage, propsOf } from '../fetch-page.ts'
import { offlineAddress, offlinePage } from './offline-page.ts'
import type { OfflineContext, OfflinePage } from './offline-page.ts'

/** The projector as one classic script: where it is fetched, and where it lies in the folder. */
export const script = { address, path: 'assets/slides.js' } as const

/** Slides to be taken along. */
export interface OfflineSlides {
  /** Of their page, below the base. */
  path: string
  /** With the slides in it, as the portal shows them. */
  page: Document
  data: Pick<DeckData, 'deck' | 'back'>
  /** Where the showing leads when it ends, in the folder; without it, where it leads on the portal. */
  back?: string
}

/** The slides of a ready pack; rejects when their page cannot be had. */
export async function slidesAt(base: string, path: string): Promise<OfflineSlides> {
  const page = await fetchPage(base + path)
  const data = propsOf<DeckData>(page, 'deck')
  if (!data) throw new Error(`${path} has no deck`)
  return { path, page, data }
}

/** A page of slides as it lies in the folder; without its script the slides stand one below the other. */
export function offlineDeck(slides: OfflineSlides, context: OfflineContext): OfflinePage {
  const { path } = slides
  // A copy of a document is one.
  const page = slides.page.cloneNode(true) as Document
  if (!context.films) for (const film of page.querySelectorAll('video')) leavePicture(film)
  const { html, needs } = offlinePage(page, path, context)
  const data = JSON.stringify(diskDeck(slides, context))
  return { html: withScript(html, data, relativePath(path, script.path)), needs }
}

function diskDeck({ path, data, back }: OfflineSlides, context: OfflineContext): DiskDeck {
  const near = (written: string) => offlineAddress(written, path, context)
  const { slides, ...stage } = stageData(data.deck)
  return {
    back: back === undefined ? near(data.back.href) : relativePath(path, back),
    stage: {
      ...stage,
      slides: slides.map((slide) => ({
        ...slide,
        sources: slide.sources.map(({ text, href }) =>
          href === undefined ? { text } : { text, href: near(href) },
        ),
      })),
    },
  }
}

/** As text: the policy of the page that makes the folder lets no script element be given an address. */
function withScript(html: string, data: string, address: string): string {
  const island = html.replace(
    'data-island="deck"',
    () =>
      `data-island="deck" data-props="${data.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
  )
  const end = island.lastIndexOf('</body>')
  return `${island.slice(0, end)}<script src="${address}"></script>${island.slice(end)}`
}

/** A film that was not asked for leaves its picture on the slide, and a word. */
function leavePicture(film: HTMLVideoElement): void {
  const page = film.ownerDocument
  const picture = page.createElement('img')
  picture.className = film.className
  picture.setAttribute('src', film.getAttribute('poster') ?? '')
  picture.setAttribute('alt', film.getAttribute('aria-label') ?? '')
  const note = film.parentElement?.querySelector('[data-cap]')
  const words = page.createElement('span')
  words.textContent = '影片没有放进这个离线包，联网时在原页上看。'
  note?.append(words)
  note?.removeAttribute('hidden')
  film.replaceWith(picture)
}
