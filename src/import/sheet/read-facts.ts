import { figuresIn } from '../../rules/reading/figures/written-figures.ts'
import { dateIn } from '../html/page.ts'
import { blank } from './grid.ts'
import type { Grid, GridCell } from './grid.ts'

/** A number of a sheet as a fact to be confirmed, and where it stands. */
export interface SheetFact {
  row: number
  column: number
  /** What names it: the cells in front of it, and above it. */
  label: string
  header: string
  statement: string
  figure: number
  unit?: string
  qualifier: 'exact' | 'over' | 'about' | 'rhetorical'
  as_of: string
}

/** What a sheet says above and beside its numbers. */
export interface SheetShape {
  /** Lines above the head that fill a row alone. */
  titles: string[]
  /** First row below the head. */
  body: number
  headers: string[]
  /** Columns that name a row. */
  labels: number[]
  /** Columns that hold telephone or identity numbers. */
  secret: number[]
  facts: SheetFact[]
}

const serial = /^(?:序号|编号|序|行号|no\.?|#)$/i
const dated = /^(?:年份|年度|年|月份|日期|时间|时点|截至|统计时间|数据时点)$/
const secretive = /电话|手机|联系方式|身份证|证件号|银行卡|卡号|账号/

/** Read the shape of a sheet: title, head, names of rows, and what is a figure. */
export function readShape(grid: Grid): SheetShape {
  const { rows } = grid
  const head = rows.findIndex((row) => row.filter(({ text }) => text !== '').length > 1)
  const titles = rows.slice(0, Math.max(head, 0)).map((row) => row.map(({ text }) => text).join(''))
  const body = head < 0 ? rows.length : bodyAt(grid, head)
  const width = Math.max(0, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, column) => column)
  const headers = columns.map((column) => headerOf(grid, head, body, column))
  const secret = columns.filter((column) => isSecret(grid, body, column, headers[column] ?? ''))
  const open = columns.filter((column) => !secret.includes(column))
  const figures = open.filter((column) => isFigures(grid, body, column, headers[column] ?? ''))
  const words = open.filter(
    (column) => !figures.includes(column) && !serial.test(headers[column] ?? ''),
  )
  // What stands in front of the first number names the row; a note behind it does not.
  const front = words.filter((column) => column < (figures[0] ?? Infinity))
  const labels = front.length > 0 ? front : words.slice(0, 1)
  const shape = { titles, body, headers, labels, secret }
  return { ...shape, facts: factsOf(grid, shape, figures) }
}

/** Rows of the head: the first, and those below it that a merged cell of it reaches into. */
function bodyAt({ rows, covered }: Grid, head: number): number {
  let body = head + 1
  const reaches = (row: number) =>
    [...covered].some(
      ([key, [from]]) => Number(key.split(',')[0]) === row && from < row && from >= head,
    )
  const isWords = (row: GridCell[]) => !row.some(({ isNumber }) => isNumber)
  while (body < rows.length - 1 && body < head + 3 && isWords(rows[body] ?? []) && reaches(body))
    body += 1
  return body
}

function headerOf(grid: Grid, head: number, body: number, column: number): string {
  const parts: string[] = []
  for (let row = Math.max(head, 0); row < body; row++) {
    const text = cellAt(grid, row, column).text
    if (text !== '' && !parts.includes(text)) parts.push(text)
  }
  return parts.join('')
}

/** A cell, or the one that reaches over its place. */
function cellAt({ rows, covered }: Grid, row: number, column: number): GridCell {
  const [from, left] = covered.get(`${row},${column}`) ?? [row, column]
  return rows[from]?.[left] ?? blank
}

function bodyCells({ rows }: Grid, body: number, column: number): GridCell[] {
  return rows.slice(body).flatMap((row) => (row[column]?.text ? [row[column]] : []))
}

function isSecret(grid: Grid, body: number, column: number, header: string): boolean {
  const cells = bodyCells(grid, body, column)
  const telling = cells.filter(({ text }) => /^(?:1[3-9]\d{9}|\d{17}[\dXx]|\d{15,19})$/.test(text))
  return secretive.test(header) || (cells.length > 0 && telling.length * 2 > cells.length)
}

function isFigures(grid: Grid, body: number, column: number, header: string): boolean {
  if (serial.test(header) || dated.test(header)) return false
  const cells = bodyCells(grid, body, column)
  const numbers = cells.filter((cell) => numberOf(cell) !== undefined)
  const years = cells.filter(({ text }) => /^(?:19|20)\d{2}年?$/.test(text))
  return cells.length > 0 && numbers.length * 2 >= cells.length && years.length < cells.length
}

type Shape = Omit<SheetShape, 'facts'>

function factsOf(grid: Grid, shape: Shape, figures: readonly number[]): SheetFact[] {
  const above = shape.titles.join(' ')
  return grid.rows.slice(shape.body).flatMap((cells, offset) => {
    const row = shape.body + offset
    const label = labelOf(grid, shape, row)
    const day = dayOf(grid, shape, row)
    return figures.flatMap((column): SheetFact[] => {
      const read = numberOf(cells[column] ?? blank)
      if (!read) return []
      const written = shape.headers[column] ?? ''
      const unit = read.unit ?? unitIn(written) ?? unitIn(above)
      const as_of = asOf(written) ?? day ?? asOf(above) ?? 'undated'
      const header = written.replace(bracketed, '').trim()
      const fact = {
        row,
        column,
        label,
        header,
        as_of,
        figure: read.figure,
        qualifier: read.qualifier,
      }
      const statement = stated(
        fact,
        `${read.shown}${unit && !read.shown.endsWith(unit) ? unit : ''}`,
      )
      return [{ ...fact, statement, ...(unit ? { unit } : {}) }]
    })
  })
}

/** What stands in brackets in a head: its unit. */
const bracketed = /[（(【[]\s*(?:单位\s*[:：]?)?[^（(【[\]】)）]*[)）】\]]/g

/** A fact in words: what it counts, how much, and when, where a day is known that they do not hold. */
function stated(
  { label, header, as_of }: Pick<SheetFact, 'label' | 'header' | 'as_of'>,
  shown: string,
): string {
  const name = [label, header].filter((part) => part !== '').join('，')
  const [year = '', month, day] = as_of.split('-')
  const time = `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
  const isNew = as_of !== 'undated' && !name.includes(time)
  return `${name}：${shown}${isNew ? `（${time}）` : ''}。`
}

function labelOf(grid: Grid, { labels }: Shape, row: number): string {
  const parts = labels.map((column) => cellAt(grid, row, column).text).filter((text) => text !== '')
  return [...new Set(parts)].join('，').slice(0, 120)
}

/** The day, month or year that a row stands for. */
function dayOf(grid: Grid, { headers }: Shape, row: number): string | undefined {
  const at = headers.findIndex((header) => dated.test(header))
  const cell = at < 0 ? undefined : cellAt(grid, row, at)
  if (!cell) return undefined
  const [year] = /(?:19|20)\d{2}/.exec(cell.text) ?? []
  return cell.day ?? dateIn(cell.text) ?? year
}

/** `截至2024年12月`, `2024年度`: a time that a title or a head names. */
function asOf(text: string): string | undefined {
  const [year] = /(?:19|20)\d{2}(?=年|\b)/.exec(text) ?? []
  return dateIn(text) ?? year
}

/** `（人）`, `单位：万元`: what the numbers of a head or a title count. */
function unitIn(text: string): string | undefined {
  const unit =
    /单位\s*[:：]\s*([^\s，。；)）\]】]{1,6})/.exec(text) ??
    /[（(【[]\s*([^（(【[\]】)）\d]{1,4})\s*[)）】\]]/.exec(text)
  return unit?.[1]
}

/** What a cell counts: a number, or a figure in few words (`300余人`, `约12期`). */
function numberOf({
  text,
  isNumber,
  day,
}: GridCell):
  { figure: number; shown: string; unit?: string; qualifier: SheetFact['qualifier'] } | undefined {
  if (day !== undefined || text === '' || text.length > 20) return undefined
  const plain = /^([-+]?[\d,]+(?:\.\d+)?)(%?)$/.exec(text)
  if (plain && (isNumber || plain[2])) {
    const figure = Number(plain[1]?.replaceAll(',', ''))
    if (!Number.isFinite(figure)) return undefined
    return { figure, shown: text, qualifier: 'exact', ...(plain[2] ? { unit: '%' } : {}) }
  }
  const [figure, more] = figuresIn(text)
  if (!figure || more || figure.kind === 'ordinal' || figure.text.length < text.length)
    return undefined
  const { value, measure, qualifier } = figure
  return { figure: value, shown: text, qualifier, ...(measure ? { unit: measure } : {}) }
}
