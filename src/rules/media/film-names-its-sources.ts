import type { StoryboardRecord } from '../../content/read-storyboard.ts'
import { shotPaths, timelineOf } from '../../content/film-timeline.ts'
import { sourceFaults } from '../../films/source-faults.ts'
import { libraryRule } from '../engine/rule.ts'
import type { LibraryContext, LibraryFinding } from '../engine/rule.ts'

export const filmNamesItsSources = libraryRule({
  id: 'film-names-its-sources',
  summary: '短片画面右上角的来源，是这个镜头的事实的来源；画面上没有比那个年月更晚的事。',
  severity: 'error',
  *check({ library }) {
    for (const record of library.storyboards.values()) yield* faultsIn(record, library)
  },
})

function* faultsIn(
  { file, slug, data, locate }: StoryboardRecord,
  { facts, site }: LibraryContext['library'],
): Generator<LibraryFinding> {
  const film = { slug, storyboard: data, facts, words: site.words }
  const paths = shotPaths(data)
  for (const [index, { shot }] of timelineOf(data).shots.entries())
    for (const message of sourceFaults(film, shot))
      yield {
        file,
        at: { position: locate(paths[index] ?? []) },
        message: `第 ${index + 1} 个镜头：${message}。`,
        hint: '删去 source，画面自己写；或补上那件事的事实编号，它的来源也会写上。',
      }
}
