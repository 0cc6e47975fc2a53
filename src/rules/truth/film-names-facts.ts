import { shotPaths, timelineOf } from '../../content/film-timeline.ts'
import type { StoryboardRecord } from '../../content/read-storyboard.ts'
import { factsIn, figuresOf } from '../../model/storyboards.ts'
import { libraryRule } from '../engine/rule.ts'
import type { LibraryContext, LibraryFinding } from '../engine/rule.ts'

export const filmNamesFacts = libraryRule({
  id: 'film-names-facts',
  summary: '分镜里的事实编号都在来源里，读到过原文，画面上的大数字真有数字。',
  severity: 'error',
  silenceable: false,
  *check({ library }) {
    for (const record of library.storyboards.values()) yield* faultsIn(record, library)
  },
})

function* faultsIn(
  { file, data, locate }: StoryboardRecord,
  { facts }: LibraryContext['library'],
): Generator<LibraryFinding> {
  const paths = shotPaths(data)
  for (const [index, { shot }] of timelineOf(data).shots.entries()) {
    const drawn = figuresOf(shot)
    const position = locate(paths[index] ?? [])
    for (const id of factsIn(shot)) {
      const fact = facts.get(id)?.fact
      const fault = !fact
        ? { message: `没有 ${id} 这条事实。`, hint: '核对 seeds/ 里的编号。' }
        : !fact.verified
          ? {
              message: `事实 ${id} 没有人读到原文，不能进短片。`,
              hint: '读到原文、去掉 verified: false 以后再用，或换一条事实。',
            }
          : drawn.includes(id) && typeof fact.figure !== 'number'
            ? {
                message: `事实 ${id} 没有数字，画面上什么也数不出来。`,
                hint: '换一条带数字的事实，或换一种镜头。',
              }
            : undefined
      if (fault) yield { file, at: { position }, ...fault }
    }
  }
}
