/** Han spellings of letters: pinyin, full or the beginning of it, and initials. Browser-safe. */
import { intersect } from '../format/postings.ts'
import type { GramKey } from '../format/grams.ts'
import type { IndexReader } from '../exact/index-reader.ts'
import { bestStrings, type Slot } from './lattice.ts'
import { lookUp } from '../exact/lookup.ts'
import { cutSyllables, type Cut } from './cut-syllables.ts'
import type { PinyinTable } from '../format/pinyin-table.ts'
import { byWeight, weighGuesses, type Spelling } from './attested.ts'
import { charactersOf, readNeighbours } from './pinyin-files.ts'

/** Titles read to learn which characters the letters stand for. */
const maxTitles = 16
const maxInitials = 12
/** Spellings taken from the neighbours for one way to cut. */
const maxGuesses = 4

/**
 * Counts, over recent titles with all keys, the strings whose characters each have a reading that
 * `fits` its place.
 */
async function titleStrings(
  index: IndexReader,
  { syllablesOf }: PinyinTable,
  keys: GramKey[],
  length: number,
  fits: (syllable: string, place: number) => boolean,
): Promise<Spelling[]> {
  const lookup = await lookUp(index, keys)
  const lists = keys.map(lookup).filter((list) => list !== undefined)
  const pieces = [...intersect(lists).pieces].reverse().slice(0, maxTitles)
  const haystacks = await Promise.all(pieces.map((piece) => index.haystack(piece)))
  const counts = new Map<string, number>()
  for (const haystack of haystacks) {
    const title = haystack?.spans[0]?.folded.text ?? ''
    for (let at = 0; at + length <= title.length; at++) {
      const text = title.slice(at, at + length)
      const fit = text.split('').every((char, place) => {
        const syllables = syllablesOf.get(char.charCodeAt(0)) ?? []
        return syllables.some((syllable) => fits(syllable, place))
      })
      if (fit) counts.set(text, (counts.get(text) ?? 0) + 1)
    }
  }
  return [...counts].map(([text, weight]) => ({ text, weight })).sort(byWeight)
}

const pairs = (syllables: string[]): GramKey[] =>
  syllables.slice(1).map((next, i) => ({ family: 'p', key: `${syllables[i] ?? ''} ${next}` }))

async function titlesByPinyin(
  index: IndexReader,
  table: PinyinTable,
  { syllables, open }: Cut,
): Promise<string[]> {
  const closed = open ? syllables.slice(0, -1) : syllables
  if (closed.length < 2) return []
  const fits = (heard: string, place: number): boolean => {
    const syllable = syllables[place] ?? ''
    const unfinished = open && place === syllables.length - 1
    return unfinished ? heard.startsWith(syllable) : heard === syllable
  }
  const found = await titleStrings(index, table, pairs(closed), syllables.length, fits)
  return found.map(({ text }) => text)
}

/** Any text: characters that fit the syllables and follow each other somewhere. */
async function bodyByPinyin(index: IndexReader, table: PinyinTable, cut: Cut): Promise<string[]> {
  const last = cut.syllables.length - 1
  const groups = cut.syllables.map((syllable, i) =>
    cut.open && i === last
      ? [...table.rows.keys()].filter((known) => known.startsWith(syllable))
      : [syllable],
  )
  // The lists of the last place are not needed unless it is the only one.
  const after = await readNeighbours(index, table, 'n', groups.slice(0, last || 1).flat())
  const slots = groups.map(
    (group): Slot => new Map(group.flatMap((syllable) => [...charactersOf(table, syllable)])),
  )
  if (last > 0) {
    const guesses = bestStrings(slots, { after, before: new Map() }, maxGuesses)
    return guesses.map(({ text }) => text)
  }
  const [only] = slots
  const company = (code: number): number => after.get(code)?.size ?? 0
  return [...(only?.keys() ?? [])]
    .sort((a, b) => company(b) - company(a))
    .slice(0, 2)
    .map((code) => String.fromCharCode(code))
}

/** Spellings of a run of letters read as initials: wlgy → 网络公益. Titles and names only. */
export async function spellInitials(
  index: IndexReader,
  table: PinyinTable,
  letters: string,
): Promise<Spelling[]> {
  if (letters.length < 2 || letters.length > maxInitials) return []
  const size = Math.min(3, letters.length)
  const keys = Array.from({ length: letters.length - size + 1 }, (_, i): GramKey => {
    return { family: 'p', key: letters.slice(i, i + size) }
  })
  return titleStrings(index, table, keys, letters.length, (syllable, place) =>
    syllable.startsWith(letters.charAt(place)),
  )
}

/** Spellings of a run of letters read as pinyin, those of titles first; none when it is not. */
export async function* spellPinyin(
  index: IndexReader,
  table: PinyinTable,
  letters: string,
): AsyncGenerator<string[]> {
  const cuts = cutSyllables(letters, table.rows)
  for (const cut of cuts) yield await titlesByPinyin(index, table, cut)
  for (const cut of cuts.slice(0, 2)) yield await bodyByPinyin(index, table, cut)
}

/** Readings of each stretch of letters that are tried among its Han. */
const maxReadings = 4

/** Han as they are, letters as what they may spell. */
async function readingsOf(index: IndexReader, table: PinyinTable, part: string): Promise<string[]> {
  if (!/^[a-zü]{2,}$/u.test(part)) return [part]
  const found: string[] = []
  for await (const spellings of spellPinyin(index, table, part)) {
    found.push(...spellings)
    if (found.length >= maxReadings) break
  }
  if (!found.length)
    found.push(...(await spellInitials(index, table, part)).map(({ text }) => text))
  return found.length ? found.slice(0, maxReadings) : [part]
}

/**
 * Spellings of a run of Han and letters, 网络gongyi: as one string where it stands, then as terms of
 * their own, in groups as `rivalsIn` makes them.
 */
export async function* spellMixed(
  index: IndexReader,
  table: PinyinTable,
  run: string,
): AsyncGenerator<string[]> {
  const parts = run.match(/[a-zü]+|[^a-zü]+/gu) ?? []
  const readings = await Promise.all(parts.map((part) => readingsOf(index, table, part)))
  const rows = Math.max(...readings.map(({ length }) => length))
  const guesses = Array.from({ length: rows }, (_, i) =>
    readings.map((list) => list[Math.min(i, list.length - 1)] ?? ''),
  )
  const joinedGuesses = guesses.map((strings) => ({ text: strings.join(''), score: 0 }))
  for (const { text } of await weighGuesses(index, joinedGuesses)) yield [text]
  for (const strings of guesses) yield [strings.join(' ')]
}
