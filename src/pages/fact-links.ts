import type { Library } from '../content/library.ts'
import { figureOf } from '../model/figures.ts'
import { sourceName } from '../meeting/deck/source-name.ts'
import { placeOf } from '../model/sources.ts'
import { citable, citing } from './facts.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'

export interface FigureShown {
  value: string
  unit: string
  label: string
  source: Link
}

/** Facts as places to look them up; several of one report are one place. */
export function factLinks(library: Library, ids: readonly string[]): Link[] {
  const links = ids.flatMap((id) => factLink(library, id) ?? [])
  return links.filter(({ text }, index) => links.findIndex((one) => one.text === text) === index)
}

/** A fact as a place to look it up: its article, or the report it stands in. */
function factLink(library: Library, id: string): Link | undefined {
  const cited = citable(library, id)
  if (!cited) return undefined
  const { title, publisher, described } = citing(cited.source)
  const name = cited.source.kind === 'report' || described ? publisher : `《${title}》`
  const text = cited.fact.article ? `${name}${placeOf(cited.fact)}` : name
  return { href: href(library, `/data/${cited.source.id}.html#${id}`), text }
}

/** The number of a fact with its qualifier, what is counted, and where it stands. */
export function figureAt(library: Library, id: string, label: string): FigureShown | undefined {
  const cited = citable(library, id)
  const figure = cited && figureOf(cited.fact)
  const source = factLink(library, id)
  if (!figure || !source) return undefined
  const about = figure.qualifier === '约' ? '约' : ''
  return {
    value: `${about}${figure.value}`,
    unit: `${about ? '' : figure.qualifier}${figure.unit}`,
    label,
    source,
  }
}

/** A fact as a slide names it: who published it, when, and where in it. */
export function factSource(library: Library, id: string): Link | undefined {
  const cited = citable(library, id)
  if (!cited) return undefined
  const { publisher, published } = citing(cited.source)
  return {
    href: href(library, `/data/${cited.source.id}.html#${id}`),
    text: sourceName(publisher, published, placeOf(cited.fact)),
  }
}
