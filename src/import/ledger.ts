import type { CensusEntry, ImportFinding } from './blocks.ts'
import { Shelf } from './shelf.ts'

/** Where a paragraph of the original went. */
export interface LedgerRow {
  text: string
  place: Place
}

type Place = 'draft' | 'source' | 'report'

/** What the original's text may have become. */
interface Settlement {
  title: string
  /** The draft's Markdown below its front matter: the summary there repeats the text. */
  body: string
  /** What the source file took from the text. */
  source: readonly string[]
  findings: readonly ImportFinding[]
}

/**
 * Account for every paragraph of the original: it stands in the draft, in the source file, or it is
 * named in the report, as many times as it stands in the original. What none of them has is added to
 * the report here, so nothing goes silently.
 */
export function settle(
  census: readonly CensusEntry[],
  { title, body, source, findings }: Settlement,
): { ledger: LedgerRow[]; missing: ImportFinding[] } {
  const named = findings.filter(({ repeats }) => !repeats).map(({ text = '' }) => text)
  const texts: [Place, string][] = [
    ['draft', `${title}\n${wordsOf(body)}`],
    ['source', source.join('\n')],
    ['report', named.join('\n')],
  ]
  const rows = census.map((entry): Row => ({ entry, text: textOf(entry), lost: new Map() }))
  new Account(texts).settle(rows)
  const missing = rows.flatMap((row) => findingOf(row))
  const ledger = rows.map(({ text, place }) => ({ text, place: place ?? 'report' }))
  return { ledger, missing }
}

interface Row {
  entry: CensusEntry
  text: string
  place?: Place
  /** Runs that stand nowhere, by their place in the paragraph. */
  lost: Map<number, string>
}

/** What may part a text into paragraphs or cells: breaks, tabs, rows of blanks. */
const gaps = /[\n\t\u2028]|\s{2,}/g

function textOf(entry: CensusEntry): string {
  return typeof entry === 'string' ? entry : entry.join('')
}

function findingOf(row: Row): ImportFinding[] {
  const { text } = row
  const lost = [...row.lost].sort(([one], [other]) => one - other).map(([, run]) => run)
  if (lost.length === 0) return []
  const isWhole = lost.join('') === text.replace(gaps, '')
  const message =
    letters(text) === ''
      ? '只有符号的一段，没有放进草稿。'
      : isWhole
        ? '这一段没有放进草稿。'
        : '一段里的这些字，没有放进草稿。'
  return [{ kind: 'lost', message, text: lost.join(isWhole ? '' : ' … ') }]
}

/** Letters of each place, and which of them are already somebody's. */
class Account {
  readonly #places: { place: Place; letters: Shelf; signs: string }[]

  constructor(texts: readonly [Place, string][]) {
    this.#places = texts.map(([place, text]) => ({
      place,
      letters: new Shelf(letters(text)),
      signs: signs(text),
    }))
  }

  /**
   * Find every paragraph, and the runs of those that do not stand anywhere in one piece. Long texts come
   * first: a short one that stands inside a long one would take its place.
   */
  settle(rows: readonly Row[]): void {
    const waiting: Wanted[][] = []
    const wait = (one: Omit<Wanted, 'wanted'>) => {
      const wanted = letters(one.text)
      const same = (waiting[wanted.length] ??= [])
      same.push({ ...one, wanted })
    }
    rows.forEach((row, index) => wait({ row, index, text: row.text }))
    for (let length = waiting.length - 1; length >= 0; length--)
      // Runs as long as their paragraph join the list while it is read.
      for (const one of waiting[length] ?? []) {
        const { row, text, run } = one
        const place = this.#take(one)
        if (place) row.place ??= place
        else if (run === undefined)
          runsOf(row).forEach((own, at) => wait({ ...one, text: own, run: at }))
        else if (text.trim() !== '') row.lost.set(run, text)
      }
  }

  #take({ text, wanted, index }: Wanted): Place | undefined {
    const found =
      wanted === ''
        ? this.#places.find((one) => one.signs.includes(signs(text)))
        : this.#places.find((one) => one.letters.take(wanted, index))
    return found?.place
  }
}

/** A paragraph by its place in the original, or the run of this number in it. */
interface Wanted {
  row: Row
  index: number
  text: string
  /** Its letters. */
  wanted: string
  run?: number
}

/** The pieces of a paragraph's runs that stay together whatever the draft makes of it. */
function runsOf({ entry }: Row): string[] {
  const runs = typeof entry === 'string' ? [entry] : entry
  return runs.flatMap((run) => run.split(gaps))
}

/** Words of Markdown, without addresses of links and marks of notes and facts; a cell of a table a line. */
function wordsOf(markdown: string): string {
  return markdown
    .replace(/(?<!\\)\]\([^()\s]*\)/g, ']')
    .replace(/\[\^[\w-]+\]:?/g, '')
    .replace(/^\|.*$/gm, (row) => row.replace(/(?<!\\)\|/g, '\n'))
}

/**
 * Letters and digits only: marks, spaces and punctuation may be written otherwise. Ends of lines stay, and
 * tabs and bars between columns are such, so that nothing is found half in one and half in the next.
 */
function letters(text: string): string {
  return text
    .replace(/[\t\u2028｜]/g, '\n')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}\n]+/gu, '')
    .replace(/\n+/g, '\n')
    .replace(/^\n|\n$/g, '')
}

/** Signs as they are written once: a row of dots or lines may have become a shorter one. */
function signs(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{C}\\]+/gu, '')
    .replace(/(.)\1+/gu, '$1')
}
