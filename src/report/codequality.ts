import { createHash } from 'node:crypto'
import type { Issue } from '../model/issue.ts'
import type { Report } from './report.ts'

/**
 * GitLab's report of code quality, which it shows in a merge request beside the lines.
 * Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function codequality({ issues }: Report): string {
  const seen = new Map<string, number>()
  const rows = issues.map((issue) => {
    const { file, line, rule, severity, message, hint } = issue
    return {
      description: hint ? `${message}${hint}` : message,
      check_name: rule,
      fingerprint: fingerprint(issue, seen),
      severity: severity === 'error' ? 'major' : 'minor',
      location: { path: file, lines: { begin: line } },
    }
  })
  return `${JSON.stringify(rows, null, 2)}\n`
}

/** The same for an issue that only moved to another line, so that GitLab knows it again. */
function fingerprint({ file, rule, message }: Issue, seen: Map<string, number>): string {
  const what = JSON.stringify([file, rule, message])
  const turn = (seen.get(what) ?? 0) + 1
  seen.set(what, turn)
  return createHash('sha256').update(`${what}${turn}`).digest('hex')
}
