import { normalizePath } from '../../content/address.ts'
import { addressOf } from '../../content/address.ts'
import { isPublished } from '../../content/library.ts'
import type { Library } from '../../content/library.ts'
import { nearest } from '../../content/nearest.ts'
import { statuses } from '../../model/entry.ts'
import { libraryRule } from '../engine/rule.ts'
import type { LibraryFinding } from '../engine/rule.ts'

export const homeShowsWhatExists = libraryRule({
  id: 'home-shows-what-exists',
  summary: '首页选的条目和数字、排了次序的课程都存在，条目已发布，不是示例。',
  severity: 'error',
  *check({ library }) {
    const { site, siteFile, unsettled } = library
    const file = siteFile?.file ?? 'site.yaml'
    if (!unsettled.has('courses'))
      for (const [index, path] of site.courses.entries())
        yield* faults(library, path, file, ['courses', index])
    if (unsettled.has('home')) return
    const { lead, course, chart, cases, videos, people, topics, facts } = site.home
    for (const [name, path] of [
      ['lead', lead],
      ['course', course],
      ['chart', chart],
    ] as const)
      if (path) yield* faults(library, path, file, ['home', name])
    for (const [name, list] of Object.entries({ cases, videos, people, topics }))
      for (const [index, path] of list.entries())
        yield* faults(library, path, file, ['home', name, index])
    for (const [index, id] of facts.entries()) {
      const cited = library.facts.get(id)
      if (cited?.fact.verified) continue
      const guess = nearest(id, library.facts.keys())
      yield {
        file,
        at: { field: ['home', 'facts', index] },
        message: cited ? `事实 ${id} 还没有读到原文。` : `来源里没有编号为 ${id} 的事实。`,
        hint: !cited && guess ? `你是不是要写 ${guess}？` : '换一个读到了原文的事实。',
      }
    }
  },
})

function* faults(
  library: Library,
  written: string,
  file: string,
  field: (string | number)[],
): Generator<LibraryFinding> {
  const { path } = normalizePath(written)
  const goal = library.byPath.get(path)
  const isFaulty = library.rejected.some((rejected) => addressOf(rejected)?.path === path)
  if (isFaulty || (goal && isPublished(goal) && goal.data.provenance !== 'sample')) return
  const state = goal && (isPublished(goal) ? '是示例' : statuses[goal.data.status])
  const guess = nearest(path, library.byPath.keys())
  const chosen = field[0] === 'home' ? '首页选的' : '课程的次序里的'
  yield {
    file,
    at: { field },
    message: goal ? `${chosen}“${goal.data.title}”${state}。` : `${chosen} ${written} 不存在。`,
    hint: !goal && guess ? `你是不是要写 ${guess}？` : '换一个已发布的条目，或删去这一项。',
  }
}
