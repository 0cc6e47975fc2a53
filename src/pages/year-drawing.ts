import type { EntryOf } from '../content/library.ts'
import { sourceYear } from './case-years.ts'
import { ofThemSaid } from './facets.ts'
import { counted } from './listed-case.ts'
import type { ListedCase } from './listed-case.ts'

/** Years side by side, drawn: cases above a line, organisations founded below it. */
export interface YearDrawing {
  width: number
  height: number
  /** Where the line between the two runs. */
  line: number
  /** Stacks of cases, as strokes that dashes cut into squares. */
  cases: string
  /** Outlines of squares, one an organisation. */
  founded: string
  first: number
  last: number
  /** Cases that one square of a stack stands for, at most. */
  each: number
  /** The same in words. */
  said: string
}

/** Width of a year and of a square in it, and from one square to the one above. */
const [column, square, step] = [22, 8, 10]
/** Squares of the highest stack; above, a square stands for more cases. */
const mostSquares = 20

/** Undefined where fewer than two years would be drawn. */
export function yearDrawing(
  cases: readonly ListedCase[],
  organizations: readonly EntryOf<'organizations'>[],
): YearDrawing | undefined {
  const ofCases = countYears(cases.map(sourceYear))
  const ofFoundings = countYears(
    organizations.map(({ data }) => (data.founded ? Number(data.founded.slice(0, 4)) : undefined)),
  )
  const years = [...ofCases.keys(), ...ofFoundings.keys()]
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (years.length === 0 || first === last) return undefined
  const each = Math.ceil(Math.max(0, ...ofCases.values()) / mostSquares) || 1
  const rowsOf = (count: number) => Math.ceil(count / 2)
  const squares = new Map([...ofCases].map(([year, count]) => [year, Math.ceil(count / each)]))
  const line = rowsOf(Math.max(0, ...squares.values())) * step + 1
  const xOf = (year: number) => (year - first) * column + 2
  return {
    width: (last - first + 1) * column,
    height: line + rowsOf(Math.max(0, ...ofFoundings.values())) * step + 1,
    line,
    cases: [...squares].map(([year, count]) => stacks(xOf(year), line - 2, count)).join(''),
    founded: [...ofFoundings].map(([year, count]) => outlines(xOf(year), line + 3, count)).join(''),
    ...{ first, last, each },
    said: said({ first, last, foundings: sum(ofFoundings) }, cases),
  }
}

/** Two stacks abreast, from the line upwards; the left one is the higher. */
function stacks(x: number, foot: number, count: number): string {
  return [Math.ceil(count / 2), Math.floor(count / 2)]
    .map((high, index) =>
      high > 0 ? `M${x + square / 2 + index * step} ${foot}v${2 - high * step}` : '',
    )
    .join('')
}

/** Two abreast, from the line downwards; a stroke of two stays within a square. */
function outlines(x: number, top: number, count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const [left, row] = [index % 2, Math.floor(index / 2)]
    return `M${x + 1 + left * step} ${top + 1 + row * step}h6v6h-6z`
  }).join('')
}

function countYears(years: readonly (number | undefined)[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const year of years) if (year) counts.set(year, (counts.get(year) ?? 0) + 1)
  return new Map([...counts].sort(([a], [b]) => a - b))
}

function sum(counts: ReadonlyMap<number, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0)
}

function said(
  { first, last, foundings }: { first: number; last: number; foundings: number },
  cases: readonly ListedCase[],
): string {
  const undated = cases.filter((one) => sourceYear(one) === undefined).length
  const parts = [
    ...(foundings > 0 ? [`${foundings}个组织写明了成立年份`] : []),
    `${cases.length}篇案例${ofThemSaid(counted(cases))}按来源刊发的年份排`,
  ]
  const rest = undated > 0 ? `，${undated}篇来源没有写年份，没有画` : ''
  return `${first}年到${last}年：${parts.join('，')}${rest}。`
}
