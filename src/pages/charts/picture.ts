import type { EntryOf, Library } from '../../content/library.ts'
import type { Drawing } from '../../model/charts.ts'
import { citable } from '../facts.ts'
import { asOf, chineseDate } from '../../model/dates.ts'
import { amountOf } from './amounts.ts'
import type { Amount } from './amounts.ts'
import { barsPicture, countsPicture } from './counts.ts'
import { flowPicture, structurePicture, timelinePicture } from './relations.ts'
import type { Event } from './relations.ts'
import { aspects, dots, shareInText, sharePicture } from './share.ts'
import type { Share } from './share.ts'
import { stepsPicture } from './steps.ts'

type Chart = EntryOf<'charts'>
type Kind<Name extends Drawing['kind']> = Extract<Drawing, { kind: Name }>

/** Where a picture stands: in a card of its own, inside a text, or beside the lead case. */
type Setting = 'page' | 'text' | 'card'

/**
 * A chart's picture as HTML of the portal's own making; empty when a fact it needs is missing, which
 * the check reports. Labels are HTML, so that large text and search reach them; SVG holds marks only.
 */
export function pictureOf(library: Library, chart: Chart, setting: Setting = 'page'): string {
  const { drawing } = chart.data
  const { words } = library.site
  const id = `p-${chart.slug}`
  switch (drawing.kind) {
    case 'share': {
      const share = shareOf(library, drawing)
      if (!share) return ''
      if (setting === 'card' && share.mark === 'dot') return dots(share, `${id}-c`, aspects.card)
      return setting === 'page'
        ? sharePicture(share, id, words)
        : shareInText(share, `${id}-${setting}`, words)
    }
    case 'counts':
      return countsPicture(
        drawing.rows.flatMap((row) => {
          const amount = amountOf(library, row)
          return amount ? { ...amount, ...(row.of ? { of: row.of } : {}) } : []
        }),
        drawing.rest,
        id,
        words,
      )
    case 'bars':
      return barsPicture(amountsOf(library, drawing.rows), id, words)
    case 'structure':
      return structurePicture(drawing, id, words)
    case 'flow': {
      const count = amountOf(library, { fact: drawing.fact, label: '' })?.count
      return count ? flowPicture({ ...drawing, count }, id) : ''
    }
    case 'timeline':
      return timelinePicture(eventsOf(library, drawing), words)
    case 'steps':
      return stepsPicture(library, drawing, id)
  }
}

function amountsOf(library: Library, rows: { fact: string; label: string }[]): Amount[] {
  return rows.flatMap((row) => amountOf(library, row) ?? [])
}

function shareOf(library: Library, drawing: Kind<'share'>): Share | undefined {
  const whole = amountOf(library, drawing.whole)
  const parts = amountsOf(library, drawing.parts)
  if (!whole || parts.length < drawing.parts.length) return undefined
  return { whole, parts, rest: drawing.rest, mark: drawing.mark }
}

/** The nodes of a timeline with their dates as the facts, or the sources, have them. */
export function eventsOf(library: Library, drawing: Kind<'timeline'>): Event[] {
  return drawing.events.map(({ fact, source, label, note }) => ({
    when: (fact ? dateOf(library, fact) : publishedOn(library, source)) ?? '时间未写明',
    label,
    ...(note ? { note } : {}),
  }))
}

function dateOf(library: Library, id: string): string | undefined {
  const cited = citable(library, id)
  const figure = cited?.fact.figure
  if (typeof figure === 'string' && isDate(figure)) return chineseDate(figure)
  return cited && asOf(cited)
}

function publishedOn(library: Library, id: string | undefined): string | undefined {
  const published = id && library.sources.get(id)?.data.published
  return published ? chineseDate(published) : undefined
}

function isDate(text: string): boolean {
  return /^\d{4}(-\d\d){0,2}$/.test(text)
}
