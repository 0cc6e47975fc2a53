import { createHash } from 'node:crypto'
import type { Entry, Library } from '../../content/library.ts'
import { segment } from '../../content/segment.ts'
import { collections } from '../../model/index.ts'

/** Pixels of a share image, as the large cards of chats and networks want it. */
export const shareSize = { width: 1200, height: 630 } as const

/** Raised when the drawing changes, so that images made before are not taken for new ones. */
const drawing = 1

/** What a share image says. */
export interface ShareCard {
  /** What kind of page it leads to, and its topic. */
  eyebrow: string
  title: string
  /** The title in parts between which a line may break. */
  parts: readonly string[]
  name: string
  tagline: string
}

/** The card of an entry's page; every other page shows the portal's own. */
export function shareCard({ site }: Library, entry: Entry | undefined): ShareCard {
  const own = entry && entry.data.status === 'published' && entry.collection !== 'pages'
  const title = own ? entry.data.title : site.tagline
  return {
    eyebrow: own
      ? [collections[entry.collection].label, entry.data.topics[0]].filter(Boolean).join(' · ')
      : '',
    title,
    parts: segment(title, site.words),
    name: site.name,
    tagline: site.tagline,
  }
}

/** Every card a portal needs, each once. */
export function shareCards(library: Library): ShareCard[] {
  const cards = [undefined, ...library.entries].map((entry) => shareCard(library, entry))
  return [...new Map(cards.map((card) => [sharePath(card), card])).values()]
}

/** Where a card's image stands: its name is made of what it says, so that a new title has a new name. */
export function sharePath(card: ShareCard): string {
  const text = JSON.stringify([drawing, card])
  return `share/${createHash('sha256').update(text).digest('hex').slice(0, 16)}.png`
}
