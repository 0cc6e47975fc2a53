import type { Library } from '../content/library.ts'
import type { StoryboardRecord } from '../content/read-storyboard.ts'
import { factsOf } from '../content/film-timeline.ts'
import { captionsOf, chaptersOf, digestOf, madeFrom } from '../films/tracks.ts'
import { libraryRule } from './rule.ts'
import { mediaFile } from '../content/address.ts'

export const filmIsFresh = libraryRule({
  id: 'film-is-fresh',
  summary: '短片和它的分镜、它依据的事实一致；改了事实，短片要重做。',
  area: 'media',
  severity: 'warning',
  *check({ library }) {
    for (const record of library.storyboards.values()) {
      const fault = faultOf(record, library)
      if (!fault) continue
      const hint = `运行 npm run films -- ${record.slug} 重做，看过画面再提交。`
      yield { file: record.file, hint, ...fault }
    }
  },
})

type Fault = { message: string; hint?: string }

function faultOf({ slug, data, file }: StoryboardRecord, library: Library): Fault | undefined {
  const entry = library.byPath.get(`/videos/${slug}`)
  const entryFile = `content/videos/${slug}.md`
  if (entry?.collection !== 'videos')
    // A file that could not be read says why elsewhere.
    return library.rejected.includes(entryFile)
      ? undefined
      : {
          message: `分镜 ${file} 没有对应的条目。`,
          hint: `写 ${entryFile}，或删去分镜。`,
        }
  const textOf = (path = '') => library.captions.get(mediaFile(entry, path))?.text
  const captions = textOf(entry.data.captions)
  if (captions === undefined) return { message: `短片 ${slug} 还没有做。` }
  const made = madeFrom(captions)
  const changed = factsOf(data).filter(
    (id) => made.has(id) && made.get(id) !== digestOf(library.facts.get(id)),
  )
  if (changed.length > 0)
    return { message: `短片 ${slug} 做成以后，事实 ${changed.join('、')} 改过。` }
  const film = { slug, storyboard: data, facts: library.facts, words: library.site.words }
  const chapters = entry.data.chapters ? textOf(entry.data.chapters) : chaptersOf(film)
  return captions === captionsOf(film) && chapters === chaptersOf(film)
    ? undefined
    : { message: `短片 ${slug} 做成以后，分镜改过。` }
}
