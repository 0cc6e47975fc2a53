import { firstFitting, floor, frame, linesOf, widthOf } from './fit.ts'
import type { Block } from './fit.ts'
import type { DeckRow, FigureSlide, KeySlide, ListSlide, QuoteSlide, TitleSlide } from './slide.ts'

/** Sizes a slide may be set in, largest first; `deck.css` has a class for each place in the row. */
export const sizes = {
  title: [16, 13, 10.5, 8.4],
  key: [15.5, 12, 9.5, 7.3],
  quote: [11.5, 9, 7.3],
  question: [8.4, 7.3, 6.3, floor],
  option: [7.3, 6.3, floor],
  answer: [13.5, 10, 7.3, 6.3],
  reason: [6.6, floor],
  list: [6.6, floor],
} as const

const tooLarge: Block = { text: '', size: floor, leading: 1, above: frame.height }
export const kicker: Block = { text: '一', size: floor, leading: 1.3 }

/** Which size of its row; the last where nothing fits, so that makers of slides must ask `fits` first. */
export function levelOf<Subject>(
  ways: (subject: Subject) => Block[][],
  room?: number,
): { level: (subject: Subject) => number; fits: (subject: Subject) => boolean } {
  return {
    level: (subject) => firstFitting(ways(subject), room) ?? ways(subject).length - 1,
    fits: (subject) => firstFitting(ways(subject), room) !== undefined,
  }
}

export const titleLayout = levelOf(
  ({ title, sub }: Pick<TitleSlide, 'title' | 'sub'>) =>
    sizes.title.map((size) => [
      kicker,
      ...title.map((text, index) => ({ text, size, leading: 1.2, above: index === 0 ? 2.5 : 0 })),
      { text: sub, size: floor, leading: 1.45, above: 3 },
    ]),
  // Above the tide.
  63,
)

/** Lines of a title read at a glance; sizes in which it has more are left to short words. */
const glance = 2

export const keyLayout = levelOf(
  ({ title, text = '', sources, link }: Pick<KeySlide, 'title' | 'text' | 'sources' | 'link'>) =>
    sizes.key.map((size, place) => [
      kicker,
      // Nothing above the lines of a title that is too long for its size fits.
      ...(linesOf(title, size) > glance && place < 2 ? [tooLarge] : []),
      { text: title, size, leading: 1.25, above: 3 },
      { text, size: 6.6, leading: 1.5, above: text === '' ? 0 : 5 },
      ...sourceBlock(sources),
      // With the room around its words, which `deck.css` gives it.
      ...(link ? [{ text: link.text, size: floor, leading: 1.4, above: 9 }] : []),
    ]),
)

export const quoteLayout = levelOf(({ words, sources }: Pick<QuoteSlide, 'words' | 'sources'>) =>
  sizes.quote.map((size) => [
    { text: `“${words}”`, size, leading: 1.4, width: frame.width - 6 },
    ...sourceBlock(sources),
  ]),
)

/** Where words on a slide come from: one line, or two. */
export function sourceBlock(sources: readonly { text: string }[]): Block[] {
  if (sources.length === 0) return []
  return [{ text: sourceLine(sources), size: floor, leading: 1.4, above: 4 }]
}

/** Characters of a source's name on a slide; the notes have all of it. */
const longName = 28

/** The first of them by name; the others stand in the notes. */
export function sourceLine(sources: readonly { text: string }[]): string {
  const names = [...new Set(sources.map(({ text }) => text))]
  return `来源：${shortName(names[0] ?? '')}${names.length > 1 ? `等${names.length}处` : ''}`
}

/** A name as long as a slide has room for, rather without its last parts than with half of one. */
function shortName(name: string): string {
  const letters = [...name]
  if (letters.length <= longName) return name
  const short = letters.slice(0, longName).join('')
  const [whole] = /^.{6,}(?=，)/u.exec(short) ?? []
  return whole ?? `${letters.slice(0, longName - 1).join('')}…`
}

type ListWords = Pick<ListSlide, 'kicker' | 'title' | 'items'>

export const listLayout = levelOf(({ kicker: above, title, items }: ListWords) =>
  sizes.list.map((size) => [
    ...(above === undefined ? [] : [kicker]),
    { text: title, size: 7.3, leading: 1.35 },
    ...items.map((text) => ({ text, size, leading: 1.4, above: 2.2, width: frame.width - 9 })),
  ]),
)

const figureSizes = [36, 26, 18] as const

/** Which size a numeral is set in, so that it and its unit fit on one line. */
export function figureLevel({ value, unit }: Pick<FigureSlide, 'value' | 'unit'>): number {
  const at = figureSizes.findIndex(
    (size) => widthOf(value) * size * 1.02 + widthOf(unit) * 11 <= frame.width - 2,
  )
  return at < 0 ? figureSizes.length - 1 : at
}

/** Height of the agenda's rows; more than fit go on another slide. */
export function agendaFits(rows: readonly Pick<DeckRow, 'title' | 'minutes'>[]): boolean {
  const titles = frame.width - 17 - 14
  const height = (title: string) => Math.max(8.9, linesOf(title, floor, titles) * floor * 1.3 + 1.4)
  return rows.reduce((sum, { title }) => sum + height(title), 0) <= 73
}
