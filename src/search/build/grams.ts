/** Gathers the grams of all pieces. Build time. */
import type { SectionField } from '../document.ts'
import { visitGrams } from '../grams.ts'
import type { Haystack } from '../piece.ts'
import { Collector, type PostingTable } from './collector.ts'
import type { GramTable } from './shards.ts'

const impactOf: Record<SectionField, number> = {
  title: 3,
  name: 3,
  summary: 2,
  heading: 2,
  fact: 2,
  quiz: 2,
  body: 0,
  transcript: 0,
}

/** Room for the second unit's number in a pair's key: keys below 2^30 stay small integers in V8. */
const unitRoom = 0x8000

export class GramIndex {
  readonly pairs = new Collector<number>()
  readonly units = new Collector<number>()
  readonly words = new Collector<string>()
  readonly pinyin = new Collector<string>()
  /** Number + 1 of each UTF-16 unit met in a pair. */
  private readonly unitNumbers = new Uint32Array(0x10000)
  private readonly unitCodes: number[] = []

  private pairKey(first: number, second: number): number {
    return this.unitNumber(first) * unitRoom + this.unitNumber(second)
  }

  private unitNumber(code: number): number {
    const known = this.unitNumbers[code] ?? 0
    if (known) return known - 1
    this.unitNumbers[code] = this.unitCodes.push(code)
    return this.unitCodes.length - 1
  }

  /** The two units of a pair's key. */
  pairCodes(key: number): [number, number] {
    const code = (number: number): number => this.unitCodes[number] ?? 0
    return [code(Math.floor(key / unitRoom)), code(key % unitRoom)]
  }

  /** Adds a piece; the title counts for the entry's first piece only. */
  addPiece(haystack: Haystack, piece: number, first: boolean): void {
    for (const { section, start, folded } of haystack.spans) {
      if (section.field === 'title' && !first) continue
      const impact = impactOf[section.field]
      // A cue that runs on from the one before is visited with its last character.
      const joined = start > 0 && haystack.text[start - 1] !== '\n' ? 1 : 0
      const text = haystack.text.slice(start - joined, start + folded.text.length)
      visitGrams(text, {
        han: (code) => this.units.add(code, piece, impact),
        pair: (a, b) => this.pairs.add(this.pairKey(a, b), piece, impact),
        word: (word) => this.words.add(word, piece, impact),
      })
    }
  }

  /** Makes the date findable as a whole and by its year and month. */
  addDate(date: string, piece: number): void {
    this.words.add(`@${date}`, piece, 2)
  }

  addPinyin(syllables: string[], piece: number): void {
    let run: string[] = []
    for (const syllable of [...syllables, '-']) {
      if (syllable !== '-') run.push(syllable)
      else {
        this.addRun(run, piece)
        run = []
      }
    }
  }

  private addRun(run: string[], piece: number): void {
    const initials = run.map((syllable) => syllable.charAt(0)).join('')
    run.forEach((syllable, i) => {
      const next = run[i + 1]
      if (next !== undefined) this.pinyin.add(`${syllable} ${next}`, piece, 3)
      if (i + 2 <= run.length) this.pinyin.add(initials.slice(i, i + 2), piece, 3)
      if (i + 3 <= run.length) this.pinyin.add(initials.slice(i, i + 3), piece, 3)
    })
  }
}

/** A table whose keys are numbers, asked by their text. */
export function numericTable(
  family: GramTable['family'],
  table: PostingTable<number>,
  textOf: (key: number) => string,
): GramTable {
  const keys = new Map([...table.keys()].map((key) => [textOf(key), key]))
  const keyOf = (text: string): number => keys.get(text) ?? -1
  return {
    family,
    keys: [...keys.keys()],
    count: (text) => table.count(keyOf(text)),
    postings: (text) => table.postings(keyOf(text)),
  }
}

export function textTable(family: GramTable['family'], table: PostingTable<string>): GramTable {
  return {
    family,
    keys: [...table.keys()],
    count: (key) => table.count(key),
    postings: (key) => table.postings(key),
  }
}
