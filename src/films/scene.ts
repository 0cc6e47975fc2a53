import { escapeHtml } from '../formats/xml.ts'
import type { CitedFact } from '../content/library.ts'
import { segment } from '../content/segment.ts'
import { citing } from '../pages/facts.ts'
import type { Shot } from '../model/storyboards.ts'
import { numeralOf } from '../model/figures.ts'
import type { Numeral } from '../model/figures.ts'
import type { Cover } from '../pages/cover.ts'
import type { FilmContext } from './tracks.ts'
import { factsOf } from '../content/film-timeline.ts'
import type { TimedShot } from '../content/film-timeline.ts'

/** What a recording of the real tools left: lines of a terminal, or a picture as a data address. */
export type Recording = { terminal: string[] } | { picture: string }

export interface SceneContext extends FilmContext {
  recordings: ReadonlyMap<string, Recording>
}

/** A film's cover: its cover's figure or chapters above, its title where captions would stand. */
export function coverScene(cover: Cover, { storyboard, words }: FilmContext): string {
  const drawn =
    'numeral' in cover
      ? figure(cover.numeral)
      : 'steps' in cover
        ? list(cover.steps)
        : `<p class="words">${escapeHtml(cover.words)}</p>`
  const title = broken(storyboard.title, { words })
  return `<div class="scene scene--cover">${drawn}</div><p class="cover">${title}</p>`
}

/** The parts of a shot's picture as HTML, above and beside the tide. Classes are those of `film.css`. */
export interface Scene {
  chapter: string
  /** Where the shot's fact was read; no shot that states one goes without. */
  source: string
  drawing: string
}

export function sceneOf({ shot, chapter, chapterTitle }: TimedShot, film: SceneContext): Scene {
  return {
    chapter:
      shot.show === 'title'
        ? ''
        : `<p class="chapter"><b>第${chapter}章</b>${escapeHtml(chapterTitle)}</p>`,
    source: sourceLine(shot, film),
    drawing: `<div class="scene scene--${shot.show}">${drawing(shot, film)}</div>`,
  }
}

function drawing(shot: Shot, film: SceneContext): string {
  switch (shot.show) {
    case 'title':
      return `<h1>${broken(film.storyboard.title, film)}</h1>${labelled(shot.label)}`
    case 'figure':
      return `${numeral(film.facts.get(shot.facts[0] ?? ''))}${labelled(shot.label)}`
    case 'words':
      return `<p class="words">${broken(shot.words, film)}</p>${labelled(shot.label)}`
    case 'items':
      return `${labelled(shot.label)}${list(shot.items)}`
    case 'terminal':
      return terminal(film.recordings.get(shot.recording), shot.mark)
    case 'page':
      return picture(film.recordings.get(shot.recording))
    case 'sources':
      return sourceList(film)
  }
}

function numeral(cited: CitedFact | undefined): string {
  const shown = cited && numeralOf(cited.fact)
  return shown ? figure(shown) : ''
}

/** A figure, large: number, qualifier and unit as the source has them. */
function figure({ before, value, after }: Numeral): string {
  const small = (text: string) => (text ? `<small>${escapeHtml(text)}</small>` : '')
  return `<p class="figure">${small(before)}${value.replace(/\D+/g, small)}${small(after)}</p>`
}

function list(items: readonly string[]): string {
  return `<ol>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ol>`
}

function labelled(label: string | undefined): string {
  return label ? `<p class="label">${escapeHtml(label)}</p>` : ''
}

function terminal(recording: Recording | undefined, mark = ''): string {
  const lines = recording && 'terminal' in recording ? recording.terminal : []
  const rows = lines.map((line) => {
    const marked = mark !== '' && line.includes(mark) ? ' class="marked"' : ''
    return `<li${marked}>${escapeHtml(line) || '&nbsp;'}</li>`
  })
  return `<ol class="terminal">${rows.join('')}</ol>`
}

function picture(recording: Recording | undefined): string {
  const address = recording && 'picture' in recording ? recording.picture : ''
  return `<img alt="" src="${escapeHtml(address)}">`
}

function sourceLine({ facts, show }: Shot, film: FilmContext): string {
  const cited = film.facts.get(facts[0] ?? '')
  if (!cited || show === 'sources') return ''
  const { publisher, published } = citing(cited.source)
  // The whole source is on the page; the picture has room for who and which month.
  const month = published.replace(/\d+日$/, '')
  return `<p class="source">来源：${escapeHtml(publisher)}<br>${escapeHtml(month)}</p>`
}

function sourceList({ storyboard, facts }: FilmContext): string {
  const sources = new Map(
    factsOf(storyboard).flatMap((id) => {
      const source = facts.get(id)?.source
      return source ? [[source.id, source] as const] : []
    }),
  )
  const items = Array.from(sources.values(), (source) => {
    const { publisher, title, described, published } = citing(source)
    const name = described ? escapeHtml(title) : `《${escapeHtml(title)}》`
    return `<li><b>${escapeHtml(publisher)}，${escapeHtml(published)}</b>${name}</li>`
  })
  return `<p class="label">来源</p><ul>${items.join('')}</ul>`
}

function broken(text: string, { words }: Pick<FilmContext, 'words'>): string {
  return segment(text, words).map(escapeHtml).join('<wbr>')
}
