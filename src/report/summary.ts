import type { Issue, Severity } from '../model/issue.ts'
import type { Report } from './report.ts'
import { severityLabels, visible } from './report.ts'

/** One line that says how many there are. */
export function summaryLine(issues: readonly Issue[], entries: number): string {
  if (issues.length === 0) return `检查了 ${entries} 个条目，没有发现问题。`
  const { error, warning } = countSeverities(issues)
  const files = new Set(issues.map(({ file }) => file)).size
  return `检查了 ${entries} 个条目：${error} 个错误，${warning} 个提醒，在 ${files} 个文件里。`
}

/** How many issues each rule and each file has, the most first. */
export function summary({ issues, paint }: Report): string {
  const rules = tally(issues, ({ rule, severity }) => `${severityLabels[severity]}  ${rule}`)
  const files = tally(issues, ({ file }) => visible(file))
  return [paint('bold', '按规则'), ...rules, paint('bold', '按文件'), ...files].join('\n')
}

function countSeverities(issues: readonly Issue[]): Record<Severity, number> {
  const error = issues.filter(({ severity }) => severity === 'error').length
  return { error, warning: issues.length - error }
}

function tally(issues: readonly Issue[], nameOf: (issue: Issue) => string): string[] {
  const counts = new Map<string, number>()
  for (const issue of issues) counts.set(nameOf(issue), (counts.get(nameOf(issue)) ?? 0) + 1)
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name, count]) => `${String(count).padStart(6)}  ${name}`)
}
