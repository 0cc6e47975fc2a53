import { cueText } from './captions.ts'
import type { Cue } from './captions.ts'
import { filmCues } from './film-cues.ts'
import type { EntryOf, Library } from './library.ts'
import { printedIn } from './film-pictures.ts'
import { timelineOf } from './film-timeline.ts'

/** A caption with what its picture prints, for whom cannot see the picture. */
interface Told extends Pick<Cue, 'id' | 'start' | 'end'> {
  text: string
}

/** What a hosted film tells, caption by caption: captions add to the picture and do not repeat it. */
export function toldOf(
  library: Pick<Library, 'captions' | 'storyboards' | 'facts'>,
  entry: EntryOf<'videos'>,
): Told[] {
  const pictures = picturesOf(library, entry.slug)
  return filmCues(library, entry, 'captions').map((cue) => {
    const { id, start, end } = cue
    const picture = pictures.get(start)
    return { id, start, end, text: `${picture ? `（画面：${picture}）` : ''}${cueText(cue)}` }
  })
}

/** What the pictures of a film of the portal's own print, by the second they begin. */
function picturesOf(
  { storyboards, facts }: Pick<Library, 'storyboards' | 'facts'>,
  slug: string,
): Map<number, string> {
  const storyboard = storyboards.get(slug)?.data
  if (!storyboard) return new Map()
  const { shots } = timelineOf(storyboard)
  const printed = shots
    .filter(({ shot }) => shot.show !== 'title')
    .map(({ shot, start }) => [start, printedIn(shot, storyboard, facts).join('；')] as const)
  return new Map(printed.filter(([, words]) => words !== ''))
}
