/** Syllables of pinyin: the table, and cutting what was typed into syllables. Browser-safe. */

export interface SyllableRow {
  syllable: string
  /** Of the syllable's neighbour file. */
  hash: string
  /** Characters mostly read so. */
  main: string
  /** Characters sometimes read so. */
  other: string
}

export interface PinyinTable {
  rows: Map<string, SyllableRow>
  /** Syllables of a character, the usual one first. */
  syllablesOf: Map<string, string[]>
}

export const neighbourFile = (syllable: string, hash: string): string =>
  `search/n-${syllable}-${hash}.bin`

/** File: JSON `[[syllable, hash, main, other], …]`. */
export function encodePinyinTable(rows: SyllableRow[]): Uint8Array {
  const table = rows.map(({ syllable, hash, main, other }) => [syllable, hash, main, other])
  return new TextEncoder().encode(JSON.stringify(table))
}

/** Throws SyntaxError on damaged bytes. */
export function decodePinyinTable(bytes: Uint8Array): PinyinTable {
  const table: unknown = JSON.parse(new TextDecoder().decode(bytes))
  const rows = new Map<string, SyllableRow>()
  for (const row of Array.isArray(table) ? table : []) {
    const [syllable, hash, main, other]: string[] = Array.isArray(row) ? row.map(String) : []
    if (!syllable || hash === undefined) continue
    rows.set(syllable, { syllable, hash, main: main ?? '', other: other ?? '' })
  }
  const syllablesOf = new Map<string, string[]>()
  const note = (chars: string, syllable: string): void => {
    for (const char of chars) syllablesOf.set(char, [...(syllablesOf.get(char) ?? []), syllable])
  }
  for (const { syllable, main } of rows.values()) note(main, syllable)
  for (const { syllable, other } of rows.values()) note(other, syllable)
  return { rows, syllablesOf }
}

const longestSyllable = 6
/** Letters; more are no pinyin anyone types. */
const longestRun = 60
/** Readings of one run that are followed up: xian is xian, or xi an. */
const mostCuts = 4

/** ü is typed v; lüe and nüe are typed lue and nue. */
const typed = (text: string): string => text.replaceAll('ü', 'v').replace(/([ln])ue/gu, '$1ve')

export interface Cut {
  syllables: string[]
  /** The last one is only the beginning of a syllable: the reader is still typing. */
  open: boolean
}

/**
 * Ways to read a run of letters as syllables, those with fewer syllables first. An apostrophe or
 * blank in what was typed already parts runs; each run is cut by itself.
 */
export function cutSyllables(run: string, known: ReadonlyMap<string, unknown>): Cut[] {
  const text = typed(run.slice(0, longestRun))
  const cuts: Cut[] = []
  const dead = new Set<number>()
  const begins = (rest: string): boolean => [...known.keys()].some((s) => s.startsWith(rest))
  const walk = (at: number, syllables: string[]): void => {
    if (cuts.length >= mostCuts * 4 || dead.has(at)) return
    const before = cuts.length
    if (at === text.length) {
      cuts.push({ syllables, open: false })
      return
    }
    for (let size = Math.min(longestSyllable, text.length - at); size > 0; size--) {
      const syllable = text.slice(at, at + size)
      if (known.has(syllable)) walk(at + size, [...syllables, syllable])
    }
    const rest = text.slice(at)
    if (rest.length < longestSyllable && !known.has(rest) && begins(rest))
      cuts.push({ syllables: [...syllables, rest], open: true })
    if (cuts.length === before) dead.add(at)
  }
  walk(0, [])
  const cost = (cut: Cut): number => cut.syllables.length + (cut.open ? 0.5 : 0)
  return cuts.sort((a, b) => cost(a) - cost(b)).slice(0, mostCuts)
}
