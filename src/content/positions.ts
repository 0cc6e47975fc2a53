import type { Token } from 'markdown-it'
import type { Position } from '../model/issue.ts'

/**
 * Where `length` characters at `offset` of a block's text stand in the file. Each line of a block's
 * text is a run of its source line (markers and indentation stripped), so the column is exact.
 */
export function locateInline(
  token: Token,
  offset: number,
  length: number,
  lines: readonly string[],
  firstLine: number,
): Position {
  const before = token.content.slice(0, offset).split('\n')
  const row = (token.map?.[0] ?? 0) + before.length - 1
  const content = token.content.split('\n')[before.length - 1] ?? ''
  const start = Math.max(0, (lines[row] ?? '').indexOf(content.trim())) - leading(content)
  const column = start + (before.at(-1)?.length ?? 0) + 1
  const line = row + firstLine
  return { line, column: Math.max(1, column), endLine: line, endColumn: Math.max(1, column) + length }
}

function leading(content: string): number {
  return content.length - content.trimStart().length
}
