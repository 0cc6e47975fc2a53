/** Cuts what was typed into syllables of pinyin. Browser-safe. */

const maxSyllableLength = 6
/** Letters; more are no pinyin anyone types. */
const maxRunLength = 60
/** Readings of one run that are followed up: xian is xian, or xi an. */
const maxCuts = 4

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
  const text = typed(run.slice(0, maxRunLength))
  const cuts: Cut[] = []
  const dead = new Set<number>()
  const begins = (rest: string): boolean => [...known.keys()].some((s) => s.startsWith(rest))
  const walk = (at: number, syllables: string[]): void => {
    if (cuts.length >= maxCuts * 4 || dead.has(at)) return
    const before = cuts.length
    if (at === text.length) {
      cuts.push({ syllables, open: false })
      return
    }
    for (let size = Math.min(maxSyllableLength, text.length - at); size > 0; size--) {
      const syllable = text.slice(at, at + size)
      if (known.has(syllable)) walk(at + size, [...syllables, syllable])
    }
    const rest = text.slice(at)
    if (rest.length < maxSyllableLength && !known.has(rest) && begins(rest))
      cuts.push({ syllables: [...syllables, rest], open: true })
    if (cuts.length === before) dead.add(at)
  }
  walk(0, [])
  const cost = (cut: Cut): number => cut.syllables.length + (cut.open ? 0.5 : 0)
  return cuts.sort((a, b) => cost(a) - cost(b)).slice(0, maxCuts)
}
