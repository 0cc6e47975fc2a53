import type { StoryboardRecord } from '../../content/read-storyboard.ts'
import { printedIn } from '../../content/film-pictures.ts'
import { timelineOf } from '../../content/film-timeline.ts'
import { figuresOf } from '../../model/storyboards.ts'
import { libraryRule } from '../engine/rule.ts'

export const filmCoverIsItsOwn = libraryRule({
  id: 'film-cover-is-its-own',
  summary: '短片的封面取自它的一个镜头，没有两部片用同一种镜头画同一个数。',
  severity: 'error',
  *check({ library }) {
    const covers = new Map<string, string>()
    for (const record of library.storyboards.values()) {
      const at = { position: record.locate(['cover']) }
      const drawn = coverOf(record)
      if (drawn === undefined) {
        const { length } = timelineOf(record.data).shots
        const message = `封面写的是第 ${record.data.cover} 个镜头，全片只有 ${length} 个。`
        yield { file: record.file, at, message, hint: '从 1 数起，写画面最好的那一个。' }
        continue
      }
      const other = covers.get(drawn)
      if (other)
        yield {
          file: record.file,
          at,
          message: `封面和 ${other} 画的是同一件事。`,
          hint: '换一个镜头做封面，读者才分得清。',
        }
      else covers.set(drawn, record.file)
    }
  },
})

/** What a film's cover draws: its kind of shot, with its figures or its words. */
function coverOf({ data }: StoryboardRecord): string | undefined {
  const shot = timelineOf(data).shots[data.cover - 1]?.shot
  if (!shot) return undefined
  const figures = figuresOf(shot)
  const printed = printedIn(shot, data, new Map())
  return JSON.stringify([shot.show, figures.length > 0 ? figures : printed])
}
