import { printedIn } from '../content/film-pictures.ts'
import type { Shot } from '../model/films/shots.ts'
import { nameOf } from './kinds/sources.ts'
import { sourceLines, sourcesIn } from './source-line.ts'
import type { FilmContext } from './stage.ts'

/** What is false of the line that says where a shot was read; a title has none. */
export function sourceFaults(film: FilmContext, shot: Shot): string[] {
  const [line = ''] = shot.show === 'title' ? [] : sourceLines(film, shot)
  return [...strangerFaults(film, shot), ...laterFaults(film, shot, line)]
}

/** A source an editor wrote is one of those of the shot's facts, and so is its month. */
function strangerFaults(film: FilmContext, shot: Shot): string[] {
  const sources = sourcesIn(film, shot)
  const written = shot.source
  if (written === undefined || sources.length === 0) return []
  const named = sources.filter(
    (source) => written.includes(nameOf(film, source)) || written.includes(source.publisher),
  )
  const names = [...new Set(sources.map((source) => nameOf(film, source)))].join('、')
  if (named.length === 0) return [`右上角写着来源“${written}”，这个镜头的事实出自${names}`]
  const { year, month = '' } = monthIn(written)
  const printed = [year, month].filter(Boolean).join('-')
  return named.some(({ published }) => published?.startsWith(printed) ?? printed === '')
    ? []
    : [`右上角的来源写着${printed}，${names}没有一篇是那时的`]
}

/** Nothing on a picture happened after the month its source line prints. */
function laterFaults({ storyboard, facts }: FilmContext, shot: Shot, line: string): string[] {
  const source = monthIn(line)
  if (source.year === undefined) return []
  const printed = printedIn(shot, storyboard, facts).join('\n')
  return Array.from(printed.matchAll(/(\d{4})年(?:(\d{1,2})月)?/g)).flatMap(
    ([words, year = '', month]) => {
      const isLater =
        year > (source.year ?? '') ||
        (year === source.year &&
          month !== undefined &&
          source.month !== undefined &&
          Number(month) > Number(source.month))
      return isLater ? [`画面上有${words}的事，右上角的来源却是${line}`] : []
    },
  )
}

/** Year and month at the end of a source line. */
function monthIn(line: string): { year?: string; month?: string } {
  const [, year, month] = / (\d{4})(?:-(\d{2}))?$/.exec(line) ?? []
  return { ...(year ? { year } : {}), ...(month ? { month } : {}) }
}
