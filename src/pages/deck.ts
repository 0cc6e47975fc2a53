import { isPublished } from '../content/library.ts'
import type { Entry, EntryOf, Library } from '../content/library.ts'
import { deckOf } from '../meeting/deck/deck-of.ts'
import type { Material } from '../meeting/deck/material.ts'
import type { ShownRow } from '../meeting/deck/row-slides.ts'
import type { Deck } from '../meeting/deck/slide.ts'
import { materialOf } from './deck-material.ts'
import { factLinks, factSource, figureAt } from './fact-links.ts'
import { entryAt, href } from './links.ts'
import type { Link } from './links.ts'
import { rowHints } from './meeting-rules.ts'
import type { RowHint } from './meeting-rules.ts'
import { packsOfYear, whenOf } from './packs.ts'
import { entriesOf } from './ready-pack.ts'

/** A deck as a page, and where it leads when it ends. */
export interface DeckView {
  deck: Deck
  back: Link
  base: string
}

/** The page that makes slides in the browser: of an agenda, a case, a lesson. */
export interface ProjectorView {
  base: string
  words: readonly string[]
  hints: RowHint[]
  /** Out of the bare page. */
  home: Link
  composer: Link
  /** Decks that are ready. */
  packs: Link[]
}

export function projectorView(library: Library): ProjectorView {
  return {
    base: library.site.base,
    words: library.site.words,
    hints: rowHints(library),
    home: { href: href(library, '/training/index.html'), text: '回到学习' },
    composer: { href: href(library, '/pack.html'), text: '排议程' },
    packs: packsShown(library).map((pack) => ({
      href: href(library, `/${deckPath(pack)}.html`),
      text: `${whenOf(pack.data)}：${pack.data.title}`,
    })),
  }
}

/** Where the deck of a ready pack stands: `packs/know-the-base/slides`. */
export function deckPath({ url }: EntryOf<'packs'>): string {
  return `${url.slice(1).replace(/\.html$/, '')}/slides`
}

/** Entries whose texts a pack's deck shows. */
export function entriesOnSlides(library: Library, { data }: EntryOf<'packs'>): Entry[] {
  return entriesOf(
    library,
    data.agenda.flatMap(({ entries }) => entries),
  )
}

/** A ready pack as slides. `library` has the texts of the entries it shows. */
export function deckView(library: Library, entry: EntryOf<'packs'>): DeckView {
  return {
    deck: packDeck(library, entry),
    back: { href: href(library, entry.url), text: entry.data.title },
    base: library.site.base,
  }
}

function packDeck(library: Library, { data }: EntryOf<'packs'>): Deck {
  const made = new Map<Entry, Material | undefined>()
  const materialsAt = (paths: readonly string[]) =>
    entriesOf(library, paths).flatMap((entry) => {
      if (!made.has(entry)) made.set(entry, materialOf(library, entry))
      return made.get(entry) ?? []
    })
  return deckOf({
    ...{ title: data.title, kicker: `${whenOf(data)}学习包`, audience: data.audience ?? '' },
    rows: withFigures(
      library,
      data,
      data.agenda.map((row): ShownRow => ({
        ...{ kind: row.kind, title: row.title, minutes: row.minutes },
        materials: materialsAt(row.entries),
        ...(row.note ? { note: row.note } : {}),
        basis: factLinks(library, row.cites),
        ...(row.kind === '讨论' ? { questions: questionsOf(library, data) } : {}),
      })),
    ),
  })
}

function questionsOf(
  library: Library,
  { questions }: EntryOf<'packs'>['data'],
): ShownRow['questions'] {
  return questions.map(({ question, cites }) => ({
    text: question,
    sources: factLinks(library, cites),
  }))
}

/** The figures of a pack are shown where its first reading ends. */
function withFigures(
  library: Library,
  { figures }: EntryOf<'packs'>['data'],
  rows: ShownRow[],
): ShownRow[] {
  const shown = figures.flatMap(({ cite, label }) => {
    const [figure, source] = [figureAt(library, cite, label), factSource(library, cite)]
    return figure && source ? { ...figure, source } : []
  })
  const at = rows.findIndex(({ kind, materials }) => kind === '学习' && materials.length > 0)
  return rows.map((row, index) => (index === at ? { ...row, figures: shown } : row))
}

/** The packs whose decks a portal has. */
export function packsShown(library: Library): EntryOf<'packs'>[] {
  return packsOfYear(library).filter(
    (pack) => isPublished(pack) && entryAt(library, pack.path) === pack,
  )
}
