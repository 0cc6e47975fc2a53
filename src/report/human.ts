import type { Issue } from '../model/issue.ts'
import { excerptOf } from './excerpt.ts'
import type { Paint, Report } from './report.ts'
import { severityLabels, visible } from './report.ts'
import { summary, summaryLine } from './summary.ts'

/** Issues as editors read them: a clickable place, what is wrong, what to do; then how many. */
export function human(report: Report): string {
  const linesOf = lineReader(report.textOf)
  const parts = report.issues.map((issue) => formatIssue(issue, linesOf(issue.file), report))
  if (report.issues.length > 0) parts.push(summary(report))
  const style = report.issues.length === 0 ? 'green' : 'bold'
  parts.push(report.paint(style, summaryLine(report.issues, report.entries)))
  return `${parts.join('\n\n')}\n`
}

function formatIssue(issue: Issue, lines: readonly string[], report: Report): string {
  const { file, line, column, severity, rule, message, hint } = issue
  const { paint } = report
  const label = paint(severity === 'error' ? 'red' : 'yellow', severityLabels[severity])
  const place = paint('underline', `${visible(file)}:${line}:${column}`)
  return [
    `${place}  ${label}  ${paint('bold', rule)}`,
    ...excerpt(issue, lines, paint),
    `  ${visible(message)}`,
    ...(hint ? [`  ${visible(hint)}`] : []),
    paint('dim', `  规则说明：${report.pageOf(rule)}`),
  ].join('\n')
}

function excerpt(issue: Issue, lines: readonly string[], paint: Paint): string[] {
  const shown = excerptOf(issue, lines)
  if (!shown) return []
  const style = issue.severity === 'error' ? 'red' : 'yellow'
  const bar = paint('dim', '│')
  const mark = ' '.repeat(shown.before) + paint(style, '^'.repeat(shown.marked))
  return [`  ${bar} ${shown.line}`, `  ${bar} ${mark}`]
}

/** Issues come file by file, so the lines of one file at a time are enough. */
function lineReader(textOf: Report['textOf']): (file: string) => readonly string[] {
  let known: { file: string; lines: readonly string[] } | undefined
  return (file) => {
    if (known?.file !== file) known = { file, lines: textOf(file)?.split('\n') ?? [] }
    return known.lines
  }
}
