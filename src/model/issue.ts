export type Severity = 'error' | 'warning'

/** A place in a file: 1-based line and column, in UTF-16 units as editors count them. */
export interface Position {
  line: number
  column: number
  endLine?: number
  endColumn?: number
}

/** A broken promise of the content: where, what is wrong, what to do. */
export interface Issue extends Position {
  /** Path relative to the portal root, with `/`. */
  file: string
  rule: string
  severity: Severity
  message: string
  hint?: string
}

/** Order issues by place, so that a report is the same from run to run. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  return [...issues].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
