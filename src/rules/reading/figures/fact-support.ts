import type { CitedFact } from '../../../content/library.ts'
import type { Fact } from '../../../model/sources.ts'
import { datesIn, partsOf, withoutDates } from './written-dates.ts'
import type { WrittenDate } from './written-dates.ts'
import { figuresIn } from './written-figures.ts'
import type { Figure } from './written-figures.ts'

/** A figure that a fact holds. */
export type KnownFigure = Pick<Figure, 'kind' | 'value' | 'qualifier' | 'measure' | 'text'>
type KnownDate = Pick<WrittenDate, 'year' | 'month' | 'day'>

/** What a fact allows a page to say. */
export interface Support {
  figures: readonly KnownFigure[]
  dates: readonly KnownDate[]
  /** The source gives no time for it. */
  undated: boolean
}

/** The figures and dates of a fact: its fields, its statement, and the dates of its source. */
export function supportOf({ fact, source }: CitedFact): Support {
  const said = [fact.statement, ...fact.words, fact.note, fact.article, fact.place].join('\n')
  const dates = [fact.as_of, source.published, source.in_force, source.published_note]
    .flatMap((date) => (date ? [...datesIn(date), partsOf(date)] : []))
    .concat(fieldDates(fact), datesIn(said))
  return {
    figures: [...fieldFigures(fact), ...statedFigures(said)],
    dates: dates.filter(({ year, month }) => year !== undefined || month !== undefined),
    undated: fact.as_of === 'undated',
  }
}

/** All that several facts allow together. */
export function joined(supports: readonly Support[]): Support {
  return {
    figures: supports.flatMap(({ figures }) => figures),
    dates: supports.flatMap(({ dates }) => dates),
    undated: supports.length > 0 && supports.every(({ undated }) => undated),
  }
}

/** The figures a text states; months and days are none. */
export function statedFigures(text: string): Figure[] {
  return figuresIn(withoutDates(text))
}

/**
 * The figures in a fact's own fields: `figure: 600, unit: 家企业`. Several stand with a plus sign:
 * `9+74` and `家协会+家企业`; a share is a part of one: `0.25 占比`.
 */
export function fieldFigures({ figure, unit = '', qualifier }: Fact): KnownFigure[] {
  if (figure === undefined || isDate(figure)) return []
  if (unit === '占比') return [share(Number(figure) * 100, qualifier)]
  const numbers = String(figure).split('+')
  const units = unit.split('+')
  return numbers
    .flatMap((number, index) =>
      figuresIn(`${qualified(number, qualifier)}${units[index] ?? units[0] ?? ''}`),
    )
    .map((read) => ({ ...read, qualifier: qualifier ?? read.qualifier }))
}

/** The number as a text would say it, so that messages quote it with its 余 or 约. */
function qualified(number: string, qualifier: Fact['qualifier']): string {
  if (qualifier === 'over') return `${number}余`
  return qualifier === 'about' ? `约${number}` : number
}

function share(value: number, qualifier: Fact['qualifier']): KnownFigure {
  return {
    kind: 'percent',
    value,
    qualifier: qualifier ?? 'exact',
    measure: '%',
    text: `${value}%`,
  }
}

function isDate(figure: string | number): boolean {
  return (
    /^(\d{4}|(\d{4}-)?\d{2}(-\d{2})?)(\/.*)?$/.test(String(figure)) && String(figure).length > 3
  )
}

function fieldDates({ figure, unit }: Fact): KnownDate[] {
  const dated = typeof figure === 'string' || unit === '年'
  return dated && isDate(figure ?? '') ? String(figure).split('/').map(partsOf) : []
}
