import { gap } from '../../model/placeholder.ts'
import { kindsOf } from '../../scaffold/kinds.ts'
import { factPrefix, newFile } from '../../scaffold/scaffold.ts'
import type { NewFile } from '../../scaffold/scaffold.ts'
import type { ImportFinding } from '../blocks.ts'
import { withParts } from '../case-parts.ts'
import { factFindings, gapFindings } from '../decisions.ts'
import type { Draft, DraftOptions } from '../draft.ts'
import { settle } from '../ledger.ts'
import { writeMarkdown } from '../markdown.ts'
import type { Placed } from '../outline.ts'
import { sourceFile } from '../source-file.ts'
import { summaryOf } from '../summary.ts'
import { drawingOf } from './chart.ts'
import { gridFault } from './grid.ts'
import type { Grid, Workbook } from './grid.ts'
import { readShape } from './read-facts.ts'
import type { SheetFact, SheetShape } from './read-facts.ts'
import { citedTable, tableOf } from './table.ts'

/** What a sheet becomes: a table in a draft, facts alone, or a chart's draft. */
export const sheetForms = ['table', 'facts', 'chart'] as const
export type SheetForm = (typeof sheetForms)[number]

/** Facts that a source holds from one file; more are told. */
const mostFacts = 120

/** A sheet as it was read, its numbers as facts with their ids. */
export interface ReadSheet {
  grid: Grid
  shape: SheetShape
  facts: (SheetFact & { id: string })[]
}

/** Turn a workbook into a draft with its source: every number is a fact to be confirmed. */
export function sheetDraft(
  workbook: Workbook,
  options: DraftOptions & { as?: SheetForm; into?: string },
): Draft | { fault: string } {
  const { grids } = workbook
  if (grids.length === 0) return { fault: '表格里没有内容可以导入。' }
  const fault = grids.map(gridFault).find((one) => one !== undefined)
  if (fault) return { fault }
  const shapes = grids.map(readShape)
  const title = (
    shapes[0]?.titles.find((line) => !/^单位|^截至/.test(line)) ?? options.fileName
  ).slice(0, 60)
  const slug = options.slugFor(title)
  const sheets = withIds(grids, shapes, factPrefix(slug))
  const facts = sheets.flatMap((sheet) => sheet.facts)
  const source = sourceFile({ slug, title, today: options.today }, {}, facts.map(sourceFact))
  const offered = shapes.reduce((sum, shape) => sum + shape.facts.length, 0)
  const made = entryOf(sheets, { ...options, title, slug, source })
  if ('fault' in made) return made
  const { draft, cited, added } = made
  const read = { facts: facts.map(sourceFact), doubtful: [], omitted: offered - facts.length }
  const findings = [
    ...workbook.findings,
    ...made.findings,
    ...secretFindings(sheets),
    ...factFindings(read, cited, source.path),
    ...(facts.length > 0 ? [advice] : []),
    ...gapFindings(draft.path === source.path ? [source] : [draft, source]),
  ]
  const census = sheets.flatMap(({ grid, shape }) =>
    grid.rows.flatMap((row) =>
      row.flatMap(({ text }, column) =>
        text === '' || shape.secret.includes(column) ? [] : [text],
      ),
    ),
  )
  const isEntry = draft.path !== source.path
  const body = isEntry ? draft.text.slice(draft.text.indexOf('\n---\n', 4) + 5) : (added ?? '')
  const { ledger, missing } = settle(census, {
    title,
    body,
    source: facts.map(({ statement }) => statement),
    findings,
  })
  // In facts and charts a cell's words stand in many statements, or in none: they are told together.
  const left = options.as === undefined || options.as === 'table' ? missing : together(missing)
  return {
    ...{ title, slug, draft, source, pictures: [], ledger },
    findings: [...findings, ...left],
    ...(options.into === undefined || added === undefined
      ? {}
      : { addition: { path: options.into, text: added } }),
  }
}

const advice: ImportFinding = {
  kind: 'decide',
  message:
    '事实的单位、限定和时点是从表头、标题和格式认出来的，逐条核对；表格是谁发布的、网址和日期，写进来源。',
}

function withIds(
  grids: readonly Grid[],
  shapes: readonly SheetShape[],
  prefix: string,
): ReadSheet[] {
  let count = 0
  return grids.flatMap((grid, index) => {
    const shape = shapes[index]
    if (!shape) return []
    const facts = shape.facts.slice(0, Math.max(mostFacts - count, 0)).map((fact) => {
      count += 1
      return { ...fact, id: `${prefix}-f${String(count).padStart(2, '0')}` }
    })
    return [{ grid, shape, facts }]
  })
}

/** A fact as the source file keeps it. */
function sourceFact({ id, statement, figure, unit, qualifier, as_of }: ReadSheet['facts'][number]) {
  return {
    ...{ id, statement, figure },
    ...(unit ? { unit } : {}),
    ...{ qualifier, as_of, verified: false as const },
  }
}

interface EntryOptions extends DraftOptions {
  as?: SheetForm
  into?: string
  title: string
  slug: string
  source: NewFile
}

type DraftedEntry =
  { draft: NewFile; cited: number; added?: string; findings: ImportFinding[] } | { fault: string }

function entryOf(sheets: readonly ReadSheet[], options: EntryOptions): DraftedEntry {
  if (options.as === 'facts') return { draft: options.source, cited: 0, findings: [] }
  if (options.into !== undefined) {
    const { text, cited } = tables(sheets, { level: 3, title: options.title })
    return { draft: options.source, cited, added: text, findings: [] }
  }
  const isChart = options.as === 'chart'
  const kind = isChart ? kindsOf().find(({ name }) => name === 'chart') : options.kind
  if (!kind) throw new Error('The kinds hold no chart.')
  const chart = isChart ? drawingOf(sheets) : undefined
  if (chart && 'fault' in chart) return chart
  const { text, cited } = isChart
    ? { text: kind.starter.body, cited: 0 }
    : tables(sheets, { isCase: kind.name === 'case' })
  const { title, slug, today, source, mend } = options
  const has = (field: string) => kind.fields.some(({ name }) => name === field)
  const values = {
    ...{ title, summary: summaryOf(''), status: 'draft', provenance: 'compiled' },
    ...(has('sources') ? { sources: [slug] } : {}),
    ...(chart ? { caption: chart.caption, drawing: chart.drawing } : {}),
  }
  const starter = { ...kind.starter, body: text || gap('正文。') }
  const raw = newFile({ kind: { ...kind, starter }, slug, values, today, brief: true })
  const { file, findings } = mend(raw, source)
  return { draft: file, cited, findings: [...(chart?.findings ?? []), ...findings] }
}

/** The sheets as tables of Markdown, a heading each when there are several; a title leads the first. */
function tables(
  sheets: readonly ReadSheet[],
  { isCase = false, level = 2, title }: { isCase?: boolean; level?: number; title?: string },
): { text: string; cited: number } {
  let cited = 0
  const placed = sheets.flatMap((sheet, index): Placed[] => {
    const heading: Placed = { kind: 'heading', level, text: sheet.grid.name }
    const lead = index === 0 && title !== undefined ? `${title}见下表。` : undefined
    return [...(sheets.length > 1 ? [heading] : []), ...tableOf(sheet, lead)]
  })
  const { text } = writeMarkdown(withParts(placed, new Set(), isCase), {
    ...{ notes: new Map(), noteNumbers: new Map() },
    ...{ picture: () => undefined, refused: () => undefined },
  })
  const marked = sheets.reduce((body, sheet) => {
    const done = citedTable(body, sheet)
    cited += done.cited
    return done.text
  }, text)
  return { text: marked, cited }
}

/** Columns of private numbers: that they were left is told, what they hold is not. */
function secretFindings(sheets: readonly ReadSheet[]): ImportFinding[] {
  return sheets.flatMap(({ grid, shape }) =>
    shape.secret.map((column): ImportFinding => {
      const name = shape.headers[column] || `第${column + 1}列`
      return {
        kind: 'lost',
        message: `“${grid.name}”的“${name}”一列像是电话、证件或账户号码，没有放进草稿，也没有写进清单。`,
      }
    }),
  )
}

function together(missing: readonly ImportFinding[]): ImportFinding[] {
  if (missing.length === 0) return []
  const text = missing.map((one) => one.text ?? '').join('\n')
  return [{ kind: 'lost', message: `表格里另有${missing.length}个格子的文字没有单独写出。`, text }]
}
