import type { StoryboardRecord } from '../../content/read-storyboard.ts'
import { printedIn } from '../../content/film-pictures.ts'
import { repetitionOf } from '../../content/film-repetition.ts'
import { shotPaths, timelineOf } from '../../content/film-timeline.ts'
import { libraryRule } from '../engine/rule.ts'
import type { LibraryContext, LibraryFinding } from '../engine/rule.ts'

/** A run that picture and caption share: longer is reading aloud. */
const longest = 5
/** The part of a caption that its picture may print already. */
const most = 0.5

export const filmCaptionAddsToItsPicture = libraryRule({
  id: 'film-caption-adds-to-its-picture',
  summary: `短片的字幕说画面上没有的：连着相同不超过${longest}个字，一半以上是新的。`,
  severity: 'error',
  *check({ library }) {
    for (const record of library.storyboards.values()) yield* faultsIn(record, library)
  },
})

function* faultsIn(
  { file, data, locate }: StoryboardRecord,
  { facts, site }: LibraryContext['library'],
): Generator<LibraryFinding> {
  const paths = shotPaths(data)
  for (const [index, { shot }] of timelineOf(data).shots.entries()) {
    const { share, run } = repetitionOf(shot.say, printedIn(shot, data, facts), [
      ...site.words,
      data.subject,
    ])
    const fault =
      run.length > longest
        ? `字幕和画面都写了“${run}”。`
        : share > most
          ? `字幕“${shot.say}”大半是画面上的字。`
          : undefined
    if (!fault) continue
    const hint = '画面写数和名，字幕说它是谁的、怎么来的、该怎样读；改完运行 npm run films 重做。'
    yield { file, at: { position: locate(paths[index] ?? []) }, message: fault, hint }
  }
}
