import { createHash } from 'node:crypto'
import type { CitedFact } from '../content/library.ts'
import type { Storyboard } from '../model/storyboards.ts'
import { captionLines } from './lines.ts'
import { factsOf, timelineOf } from '../content/film-timeline.ts'

export interface FilmContext {
  /** Name of the storyboard's file without ending. */
  slug: string
  storyboard: Storyboard
  facts: ReadonlyMap<string, CitedFact>
  /** Words of the site that no line break may part. */
  words: readonly string[]
}

/**
 * The captions of a film as WebVTT. A cue's identifier names the facts it rests on; a note keeps a
 * digest of each fact as it stood when the film was made, so that the check knows a film gone stale.
 */
export function captionsOf({ slug, storyboard, facts, words }: FilmContext): string {
  const made = factsOf(storyboard).map((id) => `${id} ${digestOf(facts.get(id))}`)
  const cues = timelineOf(storyboard, facts)
    .shots.filter(({ said }) => said !== '')
    .map(({ shot, start, end, said }) => {
      const identifier = shot.facts.length > 0 ? `${shot.facts.join(' ')}\n` : ''
      const lines = captionLines(said.trim(), words)
      return `${identifier}${stamp(start)} --> ${stamp(end)}\n${lines.map(escape).join('\n')}`
    })
  const notes = [
    `NOTE 由 films/${slug}.yaml 生成，不要手改：改分镜，再运行 npm run films。`,
    ...(made.length > 0 ? [`NOTE 依据\n${made.join('\n')}`] : []),
  ]
  return `${['WEBVTT', ...notes, ...cues].join('\n\n')}\n`
}

/** The chapters of a film as WebVTT. */
export function chaptersOf({ storyboard, facts }: FilmContext): string {
  const cues = timelineOf(storyboard, facts).chapters.map(
    ({ title, start, end }) => `${stamp(start)} --> ${stamp(end)}\n${escape(title)}`,
  )
  return `${['WEBVTT', ...cues].join('\n\n')}\n`
}

/** The facts a film was made from, as its captions remember them: id → digest. */
export function madeFrom(captions: string): Map<string, string> {
  const [, list = ''] = /^NOTE 依据\n([\s\S]*?)\n\n/m.exec(captions) ?? []
  return new Map(
    Array.from(list.matchAll(/^(\S+) ([0-9a-f]{8})$/gm), ([, id = '', digest = '']) => [
      id,
      digest,
    ]),
  )
}

/** Eight hexadecimal digits that change with anything a film shows of a fact or its source. */
export function digestOf(cited: CitedFact | undefined): string {
  const { fact, source } = cited ?? {}
  const shown = [
    ...[fact?.statement, fact?.figure, fact?.unit, fact?.qualifier, fact?.as_of],
    ...[source?.publisher, source?.title, source?.published],
  ]
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 8)
}

/** Seconds as WebVTT writes them: 75.5 → 00:01:15.500. */
function stamp(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const rest = (milliseconds % 60000) / 1000
  return `${two(milliseconds / 3600000)}:${two((milliseconds / 60000) % 60)}:${rest.toFixed(3).padStart(6, '0')}`
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
