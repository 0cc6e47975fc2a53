import type { Shot } from '../model/films/shots.ts'
import type { Source } from '../model/sources.ts'
import { factsIn } from '../model/storyboards.ts'
import { nameOf } from './kinds/sources.ts'
import type { FilmContext } from './stage.ts'
import { widthOf } from './widths.ts'

/** The sources of a shot's facts, each once, in the order of its facts. */
export function sourcesIn({ facts }: Pick<FilmContext, 'facts'>, shot: Shot): Source[] {
  return [...new Set(factsIn(shot).flatMap((id) => facts.get(id)?.source ?? []))]
}

/**
 * Where a shot was read, as short as a picture bears, from the longest words to the shortest; the whole
 * source is on the page. A month stands only where it is that of every source shown.
 */
export function sourceLines(film: FilmContext, shot: Shot): string[] {
  if (shot.source) return dated(shot.source)
  if (shot.show === 'sources') return ['一点是一条事实']
  const sources = sourcesIn(film, shot)
  const names = [...new Set(sources.map((source) => nameOf(film, source)))]
  const [first = ''] = names
  if (names.length > 1) {
    const count = `${sources.length}个来源`
    return [names.length === 2 ? names.join('、') : `${first}等${count}`, count]
  }
  const months = new Set(sources.map(({ published }) => published?.slice(0, 7) ?? ''))
  return dated([first, months.size === 1 ? [...months][0] : ''].filter(Boolean).join(' '))
}

/** The longest of the words that has room, or the shortest. */
export function fitting(lines: readonly string[], size: number, room: number): string {
  return lines.find((words) => widthOf(words, size, 'sans') <= room) ?? lines.at(-1) ?? ''
}

/** A name and month, a name and year, a name. */
function dated(source: string): string[] {
  return [source, source.replace(/ (\d{4})-\d{2}$/, ' $1'), source.split(' ')[0] ?? '']
}
