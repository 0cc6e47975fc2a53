import { escapeHtml } from '../formats/xml.ts'
import type { CitedFact } from '../content/library.ts'
import { segment } from '../content/segment.ts'
import { citing, figureOf } from '../pages/facts.ts'
import type { Shot } from '../model/storyboards.ts'
import type { FilmContext } from './tracks.ts'
import { factsOf } from './timeline.ts'
import type { TimedShot } from './timeline.ts'

/** What a recording of the real tools left: lines of a terminal, or a picture as a data address. */
export type Recording = { terminal: string[] } | { picture: string }

export interface SceneContext extends FilmContext {
  recordings: ReadonlyMap<string, Recording>
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
      return `${labelled(shot.label)}<ol>${shot.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ol>`
    case 'terminal':
      return terminal(film.recordings.get(shot.recording), shot.mark)
    case 'page':
      return picture(film.recordings.get(shot.recording))
    case 'sources':
      return sourceList(film)
  }
}

/** A fact's figure, large: number, qualifier and unit as the source has them. */
function numeral(cited: CitedFact | undefined): string {
  const figure = cited && figureOf(cited.fact)
  if (!figure) return ''
  const about = figure.qualifier === '约' ? '约' : ''
  const after = `${about ? '' : figure.qualifier}${figure.unit}`
  const dated = figure.value.replace(/\D+/g, (word) => `<small>${escapeHtml(word)}</small>`)
  return `<p class="figure">${about ? `<small>${about}</small>` : ''}${dated}<small>${escapeHtml(after)}</small></p>`
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
  return `<p class="source">来源：${escapeHtml(publisher)}<br>${escapeHtml(published)}</p>`
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

function broken(text: string, { words }: FilmContext): string {
  return segment(text, words).map(escapeHtml).join('<wbr>')
}
