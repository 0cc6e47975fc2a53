import type { Issue } from '../model/issue.ts'
import type { Report } from './report.ts'

/**
 * Annotations of a GitHub workflow, one a line.
 * Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function github({ issues }: Report): string {
  return issues.map((issue) => `${annotation(issue)}\n`).join('')
}

function annotation(issue: Issue): string {
  const { file, line, column, endLine, endColumn, rule, severity, message, hint } = issue
  // Columns are only allowed while the place does not go on below.
  const inLine = endLine === undefined || endLine === line
  const properties = {
    file,
    line,
    endLine,
    col: inLine ? column : undefined,
    endColumn: inLine ? endColumn : undefined,
    title: rule,
  }
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(String(value))}`)
  const text = hint ? `${message}\n${hint}` : message
  return `::${severity} ${written.join(',')}::${data(text)}`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
