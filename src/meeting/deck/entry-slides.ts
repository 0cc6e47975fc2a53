import { sentencesOf } from './fit.ts'
import { keyLayout, listLayout } from './layout.ts'
import type { Material } from './material.ts'
import { listSlides } from './part-slides.ts'
import { sectionSlides } from './section-slides.ts'
import type { FilmSlide, KeySlide, Slide, SlideSource } from './slide.ts'

/** A slide before it has its place in a deck. */
export type Draft = {
  [Kind in Slide['kind']]: Omit<Extract<Slide, { kind: Kind }>, 'id' | 'row'>
}[Slide['kind']]

/**
 * An entry as slides: what it is, its number, its points, then its text section by section. In brief,
 * sections that only say something stand together, and what a reader does alone is left out.
 */
export function entrySlides(material: Material, isBrief = false): Draft[] {
  if (material.film) return [filmSlide(material)]
  return [
    ...headSlides(material),
    ...figureSlides(material),
    ...(material.points.length === 0 ? measureSlides(material) : []),
    ...sectionSlides(material, isBrief),
  ]
}

function filmSlide({ title, film }: Material): Omit<FilmSlide, 'id' | 'row'> {
  if (!film) throw new Error(`${title} has no film`)
  const notes = film.sound ? [] : ['没有配音，看字幕。']
  return { kind: 'film', name: title, title, notes, sources: [], ...film }
}

/** What it is, and its points: those of a case one by one, the aims of a lesson under its title. */
function headSlides(material: Material): Draft[] {
  const { word, title, summary, points } = material
  const head = keySlide(
    { kicker: word, title, name: title, notes: [summary] },
    sentencesOf(summary),
  )
  if (word !== '课')
    return [head, ...points.map((point, index) => pointSlide(point, index, points))]
  const aims = { kicker: `${word}，学什么`, title, items: points }
  if (points.length > 0 && listLayout.fits(aims))
    return listSlides(title, points, { kicker: aims.kicker, notes: [summary] })
  return [head, ...listSlides('这一课学什么', points)]
}

function pointSlide(item: string, index: number, { length }: readonly string[]): Draft {
  return {
    ...{ kind: 'key', kicker: '要点', title: item.replace(/。$/, ''), name: item },
    ...{ count: { at: index + 1, of: length }, notes: [], sources: [] },
  }
}

/** A point with as many of the sentences that explain it as it has room for. */
export function keySlide(
  slide: Pick<KeySlide, 'kicker' | 'title' | 'name' | 'notes' | 'count'> & {
    sources?: SlideSource[]
  },
  sentences: readonly string[],
): Draft {
  const { sources = [], ...rest } = slide
  const isRoom = (count: number) =>
    keyLayout.fits({ title: slide.title, text: sentences.slice(0, count).join(''), sources })
  let count = Math.min(2, sentences.length)
  while (count > 0 && !isRoom(count)) count--
  const text = sentences.slice(0, count).join('')
  return { kind: 'key', ...rest, sources, ...(text ? { text } : {}) }
}

function figureSlides({ figure }: Material): Draft[] {
  if (!figure) return []
  const { value, unit, label, source } = figure
  return [
    {
      ...{ kind: 'figure', value, unit, text: label, name: `${value}${unit}` },
      ...{ notes: [], sources: [source] },
    },
  ]
}

function measureSlides({ measures }: Material): Draft[] {
  return measures.map(({ name, text, sources }, index) =>
    keySlide(
      {
        ...{ kicker: '举措', title: name, name, notes: [], sources },
        count: { at: index + 1, of: measures.length },
      },
      [text],
    ),
  )
}
