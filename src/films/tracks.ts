import { createHash } from 'node:crypto'
import type { CitedFact } from '../content/library.ts'
import { webvttOf } from '../formats/webvtt.ts'
import { factsIn } from '../model/storyboards.ts'
import { captionLines } from './lines.ts'
import type { FilmContext } from './stage.ts'
import { factsOf, timelineOf } from '../content/film-timeline.ts'

/**
 * The captions of a film as WebVTT. A cue's identifier names the facts it rests on; a note keeps a
 * digest of each fact as it stood when the film was made, another one of each shot (`pictures`), so that
 * the check knows a film gone stale.
 */
export function captionsOf(
  { slug, storyboard, facts, words }: FilmContext,
  pictures?: readonly string[],
): string {
  const made = factsOf(storyboard).map((id) => `${id} ${digestOf(facts.get(id))}`)
  const cues = timelineOf(storyboard).shots.map(({ shot, start, end }) => {
    return { id: factsIn(shot).join(' '), start, end, lines: captionLines(shot.say, words) }
  })
  const notes = [
    `由 films/${slug}.yaml 生成，不要手改：改分镜，再运行 npm run films。`,
    ...(storyboard.audio ? [`旁白 ${storyboard.audio.file} ${storyboard.audio.speaker}`] : []),
    ...(made.length > 0 ? [`依据\n${made.join('\n')}`] : []),
    ...(pictures ? [`画面\n${pictures.join('\n')}`] : []),
  ]
  return webvttOf(cues, notes)
}

const picturesNote = /\nNOTE 画面\n((?:[0-9a-f]{8}\n)*)/

/** The digests of its shots that a film's captions keep; undefined where the film was made without. */
export function picturesIn(captions: string): string[] | undefined {
  return picturesNote.exec(captions)?.[1]?.split('\n').filter(Boolean)
}

/** Captions without the digests of their pictures. */
export function withoutPictures(captions: string): string {
  return captions.replace(picturesNote, '')
}

/** The chapters of a film as WebVTT. */
export function chaptersOf({ storyboard }: Pick<FilmContext, 'storyboard'>): string {
  const { chapters } = timelineOf(storyboard)
  return webvttOf(chapters.map(({ title, start, end }) => ({ start, end, lines: [title] })))
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
