import { figureOf } from '../../model/figures.ts'
import { csv } from '../../formats/csv.ts'
import { published } from '../../content/library.ts'
import type { EntryOf, Library } from '../../content/library.ts'
import type { Drawing } from '../../model/charts.ts'
import type { Source } from '../../model/sources.ts'
import { citable } from '../facts.ts'
import { href } from '../links.ts'
import { asOf, chineseDate } from '../../model/dates.ts'
import { eventsOf } from './picture.ts'

/** A chart's data, a row a mark or node: what readers may look up, copy or download. */
export interface DataTable {
  head: string[]
  rows: { cells: string[]; publisher: string; source: { text: string; href: string } }[]
}

interface Row {
  name: string
  value: string
  fact?: string
  source?: string
}

/** Columns of drawings whose rows are no counts at a time. */
const heads: Partial<Record<Drawing['kind'], string[]>> = {
  timeline: ['节点', '时间', '来源'],
  steps: ['步骤', '时限', '来源'],
}

export function dataTable(library: Library, chart: EntryOf<'charts'>): DataTable {
  const head = heads[chart.data.drawing.kind]
  return {
    head: head ?? ['项目', '数', '时点', '来源'],
    rows: rowsOf(library, chart).map((row) => ({
      cells: head ? [row.name, row.value] : [row.name, row.value, whenOf(library, row)],
      publisher: sourceOf(library, row)?.publisher ?? '',
      source: sourceLink(library, row),
    })),
  }
}

/** The same data for a spreadsheet, with the address of every source: UTF-8 with a mark for Excel. */
export function csvOf(library: Library, chart: EntryOf<'charts'>): string {
  const head = ['项目', '数', '时点', '发布方', '题名', '发布日期', '网址', '事实编号']
  const lines = rowsOf(library, chart).map((row) => {
    const source = sourceOf(library, row)
    return [
      row.name,
      row.value,
      whenOf(library, row),
      source?.publisher ?? '',
      source?.title ?? '',
      source?.published ?? '',
      source?.url ?? '',
      row.fact ?? '',
    ]
  })
  return csv(head, lines)
}

function rowsOf(library: Library, chart: EntryOf<'charts'>): Row[] {
  const { drawing } = chart.data
  const row = ({ fact, label }: { fact: string; label: string }): Row => ({
    name: label,
    value: valueOf(library, fact),
    fact,
  })
  switch (drawing.kind) {
    case 'share':
      return [drawing.whole, ...drawing.parts].map(row)
    case 'counts':
    case 'bars':
      return drawing.rows.map(row)
    case 'flow':
      return [row({ fact: drawing.fact, label: `${drawing.from}到${drawing.to}` })]
    case 'structure':
      return drawing.parts.map(({ name, note }) => ({
        name,
        value: note ?? '',
        fact: drawing.fact,
      }))
    case 'timeline':
      return eventsOf(library, drawing).map(({ when, label }, index) => ({
        name: label,
        value: when,
        ...drawing.events[index],
      }))
    case 'steps':
      return drawing.steps.map(({ label, by, term, fact }) => ({
        name: by ? `${label}（${by}）` : label,
        value: term ?? '',
        fact,
      }))
  }
}

function valueOf(library: Library, id: string): string {
  const cited = citable(library, id)
  const figure = cited && figureOf(cited.fact)
  if (!figure) return ''
  const { value, qualifier, unit } = figure
  return qualifier === '约' ? `约${value}${unit}` : `${value}${qualifier}${unit}`
}

function sourceOf(library: Library, { fact, source }: Row): Source | undefined {
  const cited = fact ? citable(library, fact) : undefined
  return cited?.source ?? library.sources.get(source ?? '')?.data
}

function sourceLink(library: Library, row: Row): { text: string; href: string } {
  const source = sourceOf(library, row)
  const published = source?.published ? `，${chineseDate(source.published)}` : ''
  return {
    text: `${source?.publisher ?? ''}${published}`,
    href: href(library, `/data/${source?.id ?? ''}.html${row.fact ? `#${row.fact}` : ''}`),
  }
}

function whenOf(library: Library, { fact }: Row): string {
  const cited = fact ? citable(library, fact) : undefined
  return (cited && asOf(cited)) ?? ''
}

/** Every chart's data, by its path below the base: `charts/x.csv`. */
export function* chartFiles(library: Library): Generator<{ name: string; text: string }> {
  for (const chart of published(library, 'charts'))
    yield { name: chart.url.slice(1).replace(/\.html$/, '.csv'), text: csvOf(library, chart) }
}
