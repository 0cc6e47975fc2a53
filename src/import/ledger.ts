import type { CensusEntry, ImportFinding } from './blocks.ts'

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

function textOf(entry: CensusEntry): string {
  return typeof entry === 'string' ? entry : entry.join('')
}

const isLong = (text: string) => letters(text).length >= 8

function findingOf(row: Row): ImportFinding[] {
  const { text } = row
  const lost = [...row.lost].sort(([one], [other]) => one - other).map(([, run]) => run)
  if (lost.length === 0) return []
  const isWhole = lost.join('') === text
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
    const open = new Map<Row, Map<number, string>>()
    for (const long of [true, false]) {
      for (const row of rows) {
        if (isLong(row.text) !== long) continue
        const place = this.#take(row.text)
        if (place) row.place = place
        else open.set(row, runsOf(row))
      }
      for (const [row, runs] of open)
        for (const [index, run] of runs) {
          if (isLong(run) !== long) continue
          runs.delete(index)
          const place = runs.size === 0 && run === row.text ? undefined : this.#take(run)
          if (place) row.place ??= place
          else if (run.trim() !== '') row.lost.set(index, run)
        }
    }
  }

  #take(text: string): Place | undefined {
    const wanted = letters(text)
    const found =
      wanted === ''
        ? this.#places.find((one) => one.signs.includes(signs(text)))
        : this.#places.find((one) => one.letters.take(wanted))
    return found?.place
  }
}

function runsOf({ entry }: Row): Map<number, string> {
  return new Map((typeof entry === 'string' ? [entry] : entry).map((run, index) => [index, run]))
}

/** A text of which each part can be taken once. Looks on from where the last part ended, then anywhere. */
class Shelf {
  readonly #text: string
  readonly #taken: Uint8Array
  #from = 0

  constructor(text: string) {
    this.#text = text
    this.#taken = new Uint8Array(text.length)
  }

  take(wanted: string): boolean {
    const at =
      this.#free(wanted, this.#from, this.#text.length) ?? this.#free(wanted, 0, this.#from)
    if (at === undefined) return false
    this.#taken.fill(1, at, at + wanted.length)
    this.#from = at + wanted.length
    return true
  }

  #free(wanted: string, from: number, to: number): number | undefined {
    let at = this.#text.indexOf(wanted, from)
    while (at >= 0 && at < to) {
      const taken = this.#taken.subarray(at, at + wanted.length).lastIndexOf(1)
      if (taken < 0) return at
      at = this.#text.indexOf(wanted, at + taken + 1)
    }
    return undefined
  }
}

/** Words of Markdown, without addresses of links and marks of notes and facts. */
function wordsOf(markdown: string): string {
  return markdown.replace(/!?\]\([^()\s]*\)/g, ']').replace(/\[\^[\w-]+\]:?/g, '')
}

/** Letters and digits only: marks, spaces and punctuation may be written otherwise. */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
}

function signs(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{C}\\]+/gu, '')
}
