import { cueText } from '../content/captions.ts'
import type { Cue } from '../content/captions.ts'
import { filmCues } from '../content/film-cues.ts'
import type { EntryOf, Library } from '../content/library.ts'
import { toldOf } from '../content/film-told.ts'
import { citable } from './facts.ts'
import { clock } from './time.ts'

/** One caption as a line of the transcript, with the words of its picture; times in seconds. */
interface TranscriptLine {
  start: number
  end: number
  /** `02:06` */
  clock: string
  text: string
  /** Notes of the page that its facts are: number and anchor. */
  notes: { number: number; id: string }[]
}

export interface TranscriptChapter {
  /** Absent for a film without chapters. */
  title?: string
  start: number
  clock: string
  lines: TranscriptLine[]
}

/** What a hosted film says, by chapter; `citations` number the facts its captions name. */
export interface Transcript {
  chapters: TranscriptChapter[]
  citations: { fact: string; number: number }[]
}

/** Read a film's transcript from its captions. Numbers go on after those of the page's text. */
export function transcriptOf(library: Library, entry: EntryOf<'videos'>): Transcript {
  const numbers = new Map(entry.body.citations.map(({ fact, number }) => [fact, number]))
  let last = Math.max(0, ...numbers.values())
  const lines = toldOf(library, entry).map(({ id: ids, start, end, text }): TranscriptLine => {
    const facts = ids.split(' ').filter((id) => citable(library, id) !== undefined)
    for (const fact of facts) if (!numbers.has(fact)) numbers.set(fact, ++last)
    const notes = facts.map((id) => ({ number: numbers.get(id) ?? 0, id }))
    return { start, end, clock: clock(start), text, notes }
  })
  return {
    chapters: grouped(lines, filmCues(library, entry, 'chapters')),
    citations: Array.from(numbers, ([fact, number]) => ({ fact, number })),
  }
}

/** The transcript as a plain text file: title, chapters, lines with their times, where it is from. */
export function transcriptText(title: string, { chapters }: Transcript, address?: string): string {
  const parts = chapters.map(({ title: chapter, lines }) =>
    [
      ...(chapter ? [`【${chapter}】`] : []),
      ...lines.map((line) => `${line.clock} ${line.text}`),
    ].join('\n'),
  )
  return `${[title, ...(address ? [address] : []), ...parts].join('\n\n')}\n`
}

function grouped(lines: TranscriptLine[], cues: Cue[]): TranscriptChapter[] {
  if (cues.length === 0) return [{ start: 0, clock: clock(0), lines }]
  return cues.map((cue, index) => {
    const from = index === 0 ? -Infinity : cue.start
    const to = cues[index + 1]?.start ?? Infinity
    return {
      title: cueText(cue),
      start: cue.start,
      clock: clock(cue.start),
      lines: lines.filter(({ start }) => start >= from && start < to),
    }
  })
}
