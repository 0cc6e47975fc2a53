import type { Token } from 'markdown-it'
import type { Position } from '../model/issue.ts'

/** A run of a block's text that stands as it is in the source: `at` in the block, `to` in the source. */
interface Run {
  at: number
  to: number
}

/** Where the text of every block stands in its source, exactly, in UTF-16 offsets. */
export interface SourceMap {
  /** Offset in the source of an offset in an inline token's content. */
  offset: (token: Token, at: number) => number
}

/**
 * Map blocks to their source. A line of a paragraph or heading is the end of its source line; a
 * table cell stands between the pipes of its row.
 */
export function mapSource(tokens: readonly Token[], lines: readonly string[]): SourceMap {
  const starts = lineStarts(lines)
  const maps = new Map<readonly Token[], (at: number) => number>()
  let cell = { row: 0, cursor: 0 }
  for (const token of tokens) {
    if (token.type === 'tr_open') cell = rowStart(token.map?.[0] ?? 0, lines)
    if (token.type !== 'inline' || !token.children) continue
    const runs = token.map
      ? blockRuns(token, token.map[0], lines, starts)
      : cellRuns(token, cell, lines, starts)
    const map = (at: number) => offsetIn(runs, at)
    maps.set(token.children, map)
  }
  return { offset: (token, at) => maps.get(token.children ?? [])?.(at) ?? 0 }
}

/** Offsets at which each line begins. */
export function lineStarts(lines: readonly string[]): number[] {
  let at = 0
  return lines.map((line) => {
    const start = at
    at += line.length + 1
    return start
  })
}

/** Offset at which a line begins, 1-based; of a line that is not there, the end of the text. */
export function lineStart(text: string, line: number): number {
  let at = 0
  for (let passed = 1; passed < line; passed++) {
    const end = text.indexOf('\n', at)
    if (end < 0) return text.length
    at = end + 1
  }
  return at
}

/** The position of a span of text, given the offsets at which its lines begin. */
export function positionOf(
  starts: readonly number[],
  from: number,
  to: number,
  firstLine = 1,
): Position {
  const row = rowOf(starts, from)
  const endRow = rowOf(starts, to)
  return {
    line: row + firstLine,
    column: from - (starts[row] ?? 0) + 1,
    endLine: endRow + firstLine,
    endColumn: to - (starts[endRow] ?? 0) + 1,
  }
}

/** The row on which an offset stands, given the offsets at which rows begin. */
export function rowOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function blockRuns(
  token: Token,
  firstRow: number,
  lines: readonly string[],
  starts: number[],
): Run[] {
  let at = 0
  return token.content.split('\n').map((content, index) => {
    const row = firstRow + index
    const indent = content.length - content.replace(/^[ \t]+/, '').length
    // markdown-it replaces NUL, and closes headings with number signs that are not their text.
    const line = (lines[row] ?? '').replaceAll('\0', '\uFFFD')
    const open = /^[ \t>*+\-\d.)]*#{1,6}[ \t]/.test(line)
      ? line.replace(/[ \t]+#+[ \t]*$/, '')
      : line
    const needle = content.slice(indent)
    const found = open.lastIndexOf(needle)
    const column = found >= 0 ? found : line.lastIndexOf(needle)
    const run = { at: at + indent, to: (starts[row] ?? 0) + Math.max(0, column) }
    at += content.length + 1
    return run
  })
}

function rowStart(row: number, lines: readonly string[]): { row: number; cursor: number } {
  const prefix = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*\|?/.exec(lines[row] ?? '')?.[0] ?? ''
  return { row, cursor: prefix.length }
}

/** Cells are read from left to right, so the next cell begins where the last one ended. */
function cellRuns(
  token: Token,
  cell: { row: number; cursor: number },
  lines: readonly string[],
  starts: number[],
): Run[] {
  const line = lines[cell.row] ?? ''
  const start = starts[cell.row] ?? 0
  const found = line.indexOf(token.content.replaceAll('|', '\\|'), cell.cursor)
  let column = found >= 0 ? found : cell.cursor
  const runs: Run[] = [{ at: 0, to: start + column }]
  for (let at = 0; at < token.content.length; at++, column++)
    if (token.content[at] === '|') runs.push({ at, to: start + ++column })
  const pipe = line.indexOf('|', column)
  cell.cursor = pipe < 0 ? line.length : pipe + 1
  return runs
}

function offsetIn(runs: readonly Run[], at: number): number {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((runs[middle]?.at ?? 0) <= at) low = middle
    else high = middle - 1
  }
  const run = runs[low]
  return run ? run.to + Math.max(0, at - run.at) : 0
}
