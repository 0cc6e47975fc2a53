/** What the index needs of some documents, read once and kept: plain data. Build time. */
import type { SearchDocument, SectionField } from '../format/document.ts'
import type { FoldTable } from '../format/fold.ts'
import { visitGrams } from '../format/grams.ts'
import { hashText } from '../format/hash.ts'
import type { PackRow } from '../format/pack.ts'
import { encodePiece, haystackOf, type Haystack, type Piece } from '../format/piece.ts'
import { placeName, placeWord } from '../format/vocabulary.ts'
import { createFoldTable } from './fold-table.ts'
import { codedFamilies, codeOfPair, GramRowsWriter } from './gram-rows.ts'
import type { CodedFamily, GramRows } from './gram-rows.ts'
import { splitSections } from './split-sections.ts'
import { createReadings, type Readings } from './readings.ts'
import { PieceWords } from './piece-words.ts'

/** A document without its text. */
export interface DocumentHead extends Omit<PackRow, 'pinyin'> {
  id: string
  /** Name of all that it was made of. */
  of: string
  /** Syllables of the title, `-` where there is none. */
  pinyin: string[]
  /** Values of each facet that it has. */
  facets: Record<string, string[]>
  /** In their short spelling. */
  places: readonly string[]
  pieces: number
}

/** Documents with the grams and texts of their pieces, in the same order. */
export interface Segment {
  documents: DocumentHead[]
  rows: Record<CodedFamily, GramRows>
  /** For each piece its words, see `PieceWords`. */
  words: string[]
  /** For each piece the file that readers fetch. */
  texts: Uint8Array[]
}

/** What documents are read with; the same for all of them. */
export interface ReadingTools {
  folding: FoldTable
  readings: Readings
}

export const createReadingTools = (): ReadingTools => ({
  folding: createFoldTable(),
  readings: createReadings(),
})

/** Pieces of the document at a place of a segment: the first, and the one after the last. */
export function pieceRanges({ documents }: Segment): [first: number, end: number][] {
  let end = 0
  return documents.map(({ pieces }) => [end, (end += pieces)])
}

const impacts: Record<SectionField, number> = {
  title: 3,
  name: 3,
  summary: 2,
  heading: 2,
  fact: 2,
  quiz: 2,
  body: 0,
  transcript: 0,
}

export class SegmentWriter {
  private readonly documents: DocumentHead[] = []
  private readonly writers: Record<CodedFamily, GramRowsWriter> = {
    g: new GramRowsWriter(),
    u: new GramRowsWriter(),
    p: new GramRowsWriter(),
  }
  private readonly words: string[] = []
  private readonly texts: Uint8Array[] = []

  constructor(private readonly tools: ReadingTools) {}

  /** Reads a document made of what `of` names. */
  read(of: string, document: SearchDocument): void {
    const { id, path, title, kind, kindLabel, date = '', note } = document
    const noted = note ? { note } : {}
    const split = splitSections(document.sections)
    const named = { id, of, path, title, kind, kindLabel, date, ...noted, tags: tagsOf(document) }
    const narrowed = { facets: facetsOf(document), places: placesOf(document) }
    const head = { ...named, ...narrowed, pinyin: [], pieces: split.length }
    this.documents.push(head)
    split.forEach((sections, index) => {
      const written = title + sections.map(({ text }) => text).join('')
      const traditional = Array.from(written).some((char) => this.tools.folding.has(char))
      const piece = { path, title, kind, kindLabel, date, ...noted, traditional, sections }
      this.addPiece(head, piece, !index)
    })
  }

  /** Takes over what another segment knows of its document at a place. */
  copy(from: Segment, place: number, range: [first: number, end: number]): void {
    const head = from.documents[place]
    if (!head) return
    this.documents.push(head)
    for (const family of codedFamilies) this.writers[family].copy(from.rows[family], range)
    this.words.push(...from.words.slice(...range))
    this.texts.push(...from.texts.slice(...range))
  }

  finish(): Segment {
    const { documents, words, texts, writers } = this
    const rows = { g: writers.g.finish(), u: writers.u.finish(), p: writers.p.finish() }
    return { documents, rows, words, texts }
  }

  private addPiece(head: DocumentHead, piece: Piece, first: boolean): void {
    const haystack = haystackOf(piece, this.tools.folding)
    const words = new PieceWords()
    this.addText(haystack, words, first)
    if (first) {
      head.pinyin = this.tools.readings.ofText(haystack.spans[0]?.folded.text ?? '')
      for (const key of pinyinKeys(head.pinyin)) this.writers.p.add(hashText(key) | 0, 3)
      // The date is found as a whole and by its year and month.
      if (head.date) words.add(`@${head.date}`, 2)
      for (const place of head.places) words.add(placeWord(place), 2)
    }
    for (const family of codedFamilies) this.writers[family].endPiece()
    this.words.push(words.joined())
    this.texts.push(encodePiece(piece))
  }

  /** The title counts for an entry's first piece only. */
  private addText(haystack: Haystack, words: PieceWords, first: boolean): void {
    const { g, u } = this.writers
    for (const { section, start, folded } of haystack.spans) {
      if (section.field === 'title' && !first) continue
      const impact = impacts[section.field]
      // A cue that runs on from the one before is visited with its last character.
      const joined = start > 0 && haystack.text[start - 1] !== '\n' ? 1 : 0
      visitGrams(haystack.text.slice(start - joined, start + folded.text.length), {
        han: (code) => u.add(code, impact),
        pair: (a, b) => g.add(codeOfPair(a, b), impact),
        word: (word) => words.add(word, impact),
      })
    }
  }
}

/** Keys of a title by its syllables: pairs of them, and their initials in twos and threes. */
function* pinyinKeys(syllables: readonly string[]): Generator<string> {
  for (const run of runsOf(syllables)) {
    const initials = run.map((syllable) => syllable.charAt(0)).join('')
    for (const [i, syllable] of run.entries()) {
      const next = run[i + 1]
      if (next !== undefined) yield `${syllable} ${next}`
      if (i + 2 <= run.length) yield initials.slice(i, i + 2)
      if (i + 3 <= run.length) yield initials.slice(i, i + 3)
    }
  }
}

/** Syllables that follow each other, `-` parts them. */
function runsOf(syllables: readonly string[]): string[][] {
  const runs: string[][] = [[]]
  for (const syllable of syllables)
    if (syllable === '-') runs.push([])
    else runs.at(-1)?.push(syllable)
  return runs
}

function facetsOf({ facets = {} }: SearchDocument): DocumentHead['facets'] {
  return Object.fromEntries(
    Object.entries(facets).map(([name, values]) => [name, [...new Set([values].flat())]]),
  )
}

function placesOf({ places = [] }: SearchDocument): string[] {
  return [...new Set(places.map(placeName))]
}

function tagsOf({ sections, tags = [] }: SearchDocument): string {
  const names = sections.filter(({ field }) => field === 'name').map(({ text }) => text)
  return [...new Set([...names, ...tags])].join(' ')
}
