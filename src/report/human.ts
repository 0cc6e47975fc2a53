import type { Issue } from '../model/issue.ts'

const labels = { error: '错误', warning: '提醒' } as const

/**
 * Issues as editors read them: a clickable place, what is wrong, what to do. `textOf` gives a file's
 * text for the excerpt; without it, or when it knows no text, there is none.
 */
export function formatHuman(
  issues: readonly Issue[],
  textOf: (file: string) => string | undefined = () => undefined,
): string {
  return issues.map((issue) => `${formatIssue(issue, textOf(issue.file))}\n`).join('\n')
}

/** One line that says how many there are. */
export function summaryLine(issues: readonly Issue[], entries: number): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length
  if (issues.length === 0) return `检查了 ${entries} 个条目，没有发现问题。`
  const files = new Set(issues.map(({ file }) => file)).size
  return `检查了 ${entries} 个条目：${errors} 个错误，${issues.length - errors} 个提醒，在 ${files} 个文件里。`
}

function formatIssue(issue: Issue, text: string | undefined): string {
  const { file, line, column, severity, rule, message, hint } = issue
  const lines = [
    `${file}:${line}:${column}  ${labels[severity]}  ${rule}`,
    ...excerpt(issue, text),
    `  ${message}`,
    ...(hint ? [`  ${hint}`] : []),
  ]
  return lines.join('\n')
}

const widest = 76

/** The line the issue stands on, cut to size around the place, and a caret under it. */
function excerpt({ line, column, endLine, endColumn }: Issue, text: string | undefined): string[] {
  const source = text?.split('\n')[line - 1]?.replaceAll('\t', ' ')
  if (source === undefined || source.trim() === '') return []
  const end = endLine === undefined || endLine === line ? (endColumn ?? column) : source.length + 1
  const from = source.length > widest / 2 ? Math.max(0, column - 1 - widest / 4) : 0
  const shown = source.slice(from, from + widest / 2)
  const before = width(source.slice(from, column - 1))
  const marked = Math.max(1, width(source.slice(column - 1, Math.min(end - 1, from + widest / 2))))
  return [`  │ ${shown}`, `  │ ${' '.repeat(before)}${'^'.repeat(marked)}`]
}

/** Columns a text takes in a terminal: two for Chinese and full-width characters. */
function width(text: string): number {
  const wide = text.match(
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g,
  )
  return text.length + (wide?.length ?? 0)
}
