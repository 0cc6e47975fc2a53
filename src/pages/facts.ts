import type { CitedFact, Library } from '../content/library.ts'
import { placeOf, wordsShown } from '../model/sources.ts'
import type { Source } from '../model/sources.ts'
import { href } from './links.ts'
import { asOf, chineseDate } from '../model/dates.ts'

/** Where something was read, as a source list prints it. */
export interface Citing {
  publisher: string
  title: string
  /** The title is the editors' own, so it takes no 《》. */
  described: boolean
  published: string
  url?: string
  /** Why there is no address, where there is none. */
  unlinked?: string
  editor?: string
}

/** An item of the source list under a text: what `[n]` stands for. */
export interface Note {
  number: number
  id: string
  /** Absent when the note before it names the same source. */
  source?: Citing
  statement: string
  /** The source's own words, as it prints them: `“统筹”“600余家”`. */
  words?: string
  place?: string
  asOf?: string
  register: string
  /** Where the text has its first mark; absent when only front matter or a transcript has one. */
  back?: string
}

export function citing(source: Source): Citing {
  return {
    publisher: source.publisher,
    title: source.title,
    described: source.title_described,
    published: source.published ? chineseDate(source.published) : '来源未标日期',
    ...(source.url ? { url: source.url } : { unlinked: source.url_note ?? '没有可引用的网址' }),
    ...(source.editor ? { editor: source.editor } : {}),
  }
}

/** The notes of a page in the order of their numbers; facts that cannot be cited have none. */
export function notesOf(
  library: Library,
  citations: readonly { fact: string; number: number }[],
): Note[] {
  const numbers = new Map(citations.map(({ fact, number }) => [fact, number]))
  const notes: Note[] = []
  let previous: Source | undefined
  for (const [id, number] of [...numbers].sort((a, b) => a[1] - b[1])) {
    const cited = citable(library, id)
    if (!cited) continue
    const { fact, source } = cited
    notes.push({
      number,
      id,
      statement: fact.statement,
      ...(source === previous ? {} : { source: citing(source) }),
      ...aboutFact(cited),
      register: href(library, `/data/${source.id}.html#${id}`),
    })
    previous = source
  }
  return notes
}

/** A fact that a published page may cite: it exists and somebody read it in its source. */
export function citable(library: Library, id: string): CitedFact | undefined {
  const cited = library.facts.get(id)
  return cited?.fact.verified ? cited : undefined
}

/** What stands beneath a fact's wording wherever it is shown: the source's words, its place, its time. */
export function aboutFact(cited: CitedFact): { words?: string; place?: string; asOf?: string } {
  const { fact } = cited
  const [place, when] = [placeOf(fact), asOf(cited)]
  return {
    ...(fact.words.length > 0 ? { words: wordsShown(fact.words) } : {}),
    ...(place ? { place } : {}),
    ...(when ? { asOf: when } : {}),
  }
}
