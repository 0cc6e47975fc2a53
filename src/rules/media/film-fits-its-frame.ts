import type { StoryboardRecord } from '../../content/read-storyboard.ts'
import { shotPaths } from '../../content/film-timeline.ts'
import { faultsOf } from '../../films/check.ts'
import { libraryRule } from '../engine/rule.ts'
import type { LibraryContext, LibraryFinding } from '../engine/rule.ts'

export const filmFitsItsFrame = libraryRule({
  id: 'film-fits-its-frame',
  summary: '短片的点数等于数字，字够大、不相叠、不伸进字幕，每个镜头够时间读。',
  severity: 'error',
  *check({ library }) {
    for (const record of library.storyboards.values()) yield* faultsIn(record, library)
  },
})

function* faultsIn(
  { file, slug, data, locate }: StoryboardRecord,
  { facts, site }: LibraryContext['library'],
): Generator<LibraryFinding> {
  const paths = shotPaths(data)
  for (const { shot, message } of faultsOf({ slug, storyboard: data, facts, words: site.words }))
    yield {
      file,
      at: { position: locate(paths[shot] ?? []) },
      message: `第 ${shot + 1} 个镜头：${message}。`,
      hint: `改短字句、换一种镜头，或多给几秒；看样张运行 npm run films -- --stills ${slug}。`,
    }
}
