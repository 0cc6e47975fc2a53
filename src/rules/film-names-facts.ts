import type { StoryboardRecord } from '../content/read-storyboard.ts'
import { libraryRule } from './rule.ts'
import type { LibraryContext, LibraryFinding } from './rule.ts'

export const filmNamesFacts = libraryRule({
  id: 'film-names-facts',
  summary: '分镜里的事实编号都在来源里，读到过原文，画面上的大数字真有数字。',
  area: 'truth',
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
  for (const [chapter, { shots }] of data.chapters.entries())
    for (const [shot, { show, facts: named }] of shots.entries())
      for (const [index, id] of named.entries()) {
        const position = locate(['chapters', chapter, 'shots', shot, 'facts', index])
        const fact = facts.get(id)?.fact
        const fault = !fact
          ? { message: `没有 ${id} 这条事实。`, hint: '核对 seeds/ 里的编号。' }
          : !fact.verified
            ? {
                message: `事实 ${id} 没有人读到原文，不能进短片。`,
                hint: '读到原文、去掉 verified: false 以后再用，或换一条事实。',
              }
            : show === 'figure' && index === 0 && fact.figure === undefined
              ? {
                  message: `事实 ${id} 没有数字，画面上什么也显示不出来。`,
                  hint: '换成 show: words，或把带数字的事实写在最前面。',
                }
              : undefined
        if (fault) yield { file, at: { position }, ...fault }
      }
}
