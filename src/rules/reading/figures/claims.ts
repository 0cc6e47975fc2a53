import type { Library } from '../../../content/library.ts'
import { lineStarts } from '../../../content/positions.ts'
import type { ProsePassage } from '../prose/passage.ts'
import type { EntryContext } from '../../engine/rule.ts'
import { datesIn } from './written-dates.ts'
import type { WrittenDate } from './written-dates.ts'
import type { Figure } from './written-figures.ts'
import { joined, statedFigures, supportOf } from './fact-support.ts'
import type { Support } from './fact-support.ts'

/** A stretch of a passage between two citation marks, with the facts that stand behind it. */
interface Claim {
  passage: ProsePassage
  /** Ids of the facts the mark names; empty for text that no mark follows. */
  facts: readonly string[]
  /** Offsets in the passage's text; a mark stands at the end. */
  from: number
  to: number
  figures: readonly Figure[]
  dates: readonly WrittenDate[]
}

/** What an entry's body claims, mark by mark, read once. */
export function claimsOf({ own }: EntryContext): readonly Claim[] {
  return own(readClaims)
}

/** What facts support, by id. */
export interface Supports {
  get: (fact: string) => Support | undefined
}

/** What the facts of a library support, each read when it is first asked for. */
export function supportById({ facts }: Library): Supports {
  const known = new Map<string, Support>()
  const read = (id: string): Support | undefined => {
    const cited = facts.get(id)
    if (!cited) return undefined
    const support = supportOf(cited)
    known.set(id, support)
    return support
  }
  return { get: (id) => known.get(id) ?? read(id) }
}

/** What the facts named support together; undefined when none of them is known. */
export function supportFor(facts: Iterable<string>, known: Supports): Support | undefined {
  const found = Array.from(facts).flatMap((fact) => known.get(fact) ?? [])
  return found.length > 1 ? joined(found) : found[0]
}

interface Mark {
  fact: string
  offset: number
}

function readClaims({ entry, prose }: EntryContext): Claim[] {
  const passages = prose(entry)
  const starts = lineStarts(entry.text.split('\n'))
  const marks = entry.body.citations
    .map(({ fact, position: { line, column } }) => ({
      fact,
      offset: (starts[line - 1] ?? 0) + column - 1,
    }))
    .sort((a, b) => a.offset - b.offset)
  const blocks = passages
    .filter(({ kind, text }) => !['field', 'alt'].includes(kind) && text !== '')
    .sort((a, b) => startOf(a) - startOf(b))
  let next = 0
  return blocks.flatMap((passage, index) => {
    const end = startOf(blocks[index + 1]) || Infinity
    const own: Mark[] = []
    for (let mark = marks[next]; mark && mark.offset < end; mark = marks[++next]) own.push(mark)
    return claimsIn(passage, own)
  })
}

function startOf(passage: ProsePassage | undefined): number {
  return passage?.segments[0]?.span[0] ?? 0
}

/** The claims of one passage: one for each place with marks, and what follows the last. */
function claimsIn(passage: ProsePassage, marks: readonly Mark[]): Claim[] {
  const places = new Map<number, string[]>()
  let segment = 0
  for (const { fact, offset } of marks) {
    while ((passage.segments[segment + 1]?.span[0] ?? Infinity) < offset) segment++
    const before = passage.segments[segment]
    const at = before && before.span[0] < offset ? before.at + before.length : 0
    places.set(at, [...(places.get(at) ?? []), fact])
  }
  const read = { figures: statedFigures(passage.text), dates: datesIn(passage.text) }
  const claims: Claim[] = []
  let last = 0
  for (const [to, facts] of places) {
    const from = sentenceStart(passage.text, last, to)
    if (from > last) claims.push(cut(passage, [], last, from, read))
    claims.push(cut(passage, facts, from, to, read))
    last = to
  }
  claims.push(cut(passage, [], last, passage.text.length, read))
  return claims
}

/** Where the last sentence before a mark begins; the mark may stand before or after the full stop. */
function sentenceStart(text: string, from: number, to: number): number {
  let at = to
  while (at > from && /[。！？”’）」』]/.test(text.charAt(at - 1))) at--
  while (at > from && !/[。！？]/.test(text.charAt(at - 1))) at--
  return at
}

function cut(
  passage: ProsePassage,
  facts: readonly string[],
  from: number,
  to: number,
  { figures, dates }: Pick<Claim, 'figures' | 'dates'>,
): Claim {
  const isInside = (item: { from: number; to: number }) => item.from >= from && item.from < to
  return {
    passage,
    facts,
    from,
    to,
    figures: figures.filter(isInside),
    dates: dates.filter(isInside),
  }
}
