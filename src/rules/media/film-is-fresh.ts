import type { EntryOf, Library } from '../../content/library.ts'
import type { Storyboard } from '../../model/storyboards.ts'
import type { StoryboardRecord } from '../../content/read-storyboard.ts'
import { factsOf } from '../../content/film-timeline.ts'
import { shotDigests } from '../../films/proof.ts'
import type { FilmContext } from '../../films/stage.ts'
import {
  captionsOf,
  chaptersOf,
  digestOf,
  madeFrom,
  picturesIn,
  withoutPictures,
} from '../../films/tracks.ts'
import { libraryRule } from '../engine/rule.ts'
import { mediaFile } from '../../content/address.ts'

export const filmIsFresh = libraryRule({
  id: 'film-is-fresh',
  summary: '短片和它的分镜、它依据的事实一致；改了事实，短片要重做。',
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
  const cut = uprightFault(data, entry, entryFile)
  if (cut) return cut
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
  if (withoutPictures(captions) !== captionsOf(film) || chapters !== chaptersOf(film))
    return { message: `短片 ${slug} 做成以后，分镜改过。` }
  const stale = staleShots(film, captions)
  return stale.length > 0
    ? { message: `短片 ${slug} 的第 ${stale.join('、')} 个镜头，和做成时画的不一样。` }
    : undefined
}

/** An upright cut is offered where its storyboard has one, and nowhere else. */
function uprightFault(
  { upright }: Storyboard,
  { slug, data }: EntryOf<'videos'>,
  entryFile: string,
): Fault | undefined {
  if (upright === (data.upright !== undefined)) return undefined
  const path = `/media/films/${slug}-upright.mp4`
  return upright
    ? {
        message: `短片 ${slug} 的分镜有竖版，条目没有写。`,
        hint: `做好以后在 ${entryFile} 加一行 upright: ${path}；不要竖版，就在分镜写 upright: false。`,
      }
    : {
        message: `短片 ${slug} 的分镜不做竖版，条目写着 upright。`,
        hint: `删去 ${entryFile} 的 upright，或删去分镜里的 upright: false 再重做。`,
      }
}

/** Numbers of the shots whose pictures are no longer those the film was made of. */
function staleShots(film: FilmContext, captions: string): number[] {
  const made = picturesIn(captions)
  if (!made) return []
  return shotDigests(film).flatMap((digest, index) => (digest === made[index] ? [] : index + 1))
}
