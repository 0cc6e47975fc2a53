import type { Report } from './report.ts'

/** An array of issues for programs, one a line, keys in a fixed order. */
export function json({ issues }: Report): string {
  if (issues.length === 0) return '[]\n'
  const rows = issues.map(
    ({ file, line, column, endLine, endColumn, rule, severity, message, hint = '' }) =>
      // An absent end is left out, as JSON has no undefined.
      JSON.stringify({ file, line, column, endLine, endColumn, rule, severity, message, hint }),
  )
  return `[\n  ${rows.join(',\n  ')}\n]\n`
}
