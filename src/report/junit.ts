import { xmlText } from '../formats/xml.ts'
import type { Issue } from '../model/issue.ts'
import type { Report } from './report.ts'

/**
 * JUnit XML: a suite a file, a case an issue. Errors fail; a warning passes and says so, because
 * it does not fail the check either. Source: https://github.com/testmoapp/junitxml
 */
export function junit({ issues }: Report): string {
  const files = new Map<string, Issue[]>()
  for (const issue of issues) {
    const found = files.get(issue.file)
    if (found) found.push(issue)
    else files.set(issue.file, [issue])
  }
  const suites = [...files].map(([file, found]) => suite(file, found, found.map(testCase)))
  const clean = suite('content', [], ['    <testcase classname="content" name="check"/>'])
  const body = suites.length > 0 ? suites : [clean]
  const counts = `tests="${Math.max(1, issues.length)}" failures="${failures(issues)}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="check" ${counts}>`,
    ...body,
    '</testsuites>',
    '',
  ].join('\n')
}

function suite(name: string, issues: readonly Issue[], cases: readonly string[]): string {
  const counts = `tests="${cases.length}" failures="${failures(issues)}"`
  return [`  <testsuite name="${escapeXml(name)}" ${counts}>`, ...cases, '  </testsuite>'].join(
    '\n',
  )
}

function testCase({ file, line, column, rule, severity, message, hint }: Issue): string {
  const place = `${file}:${line}:${column}`
  const name = `classname="${escapeXml(file)}" name="${escapeXml(`${rule} ${line}:${column}`)}"`
  const text = escapeXml([place, message, hint].filter(Boolean).join('\n'))
  const inner =
    severity === 'error'
      ? `<failure type="${escapeXml(rule)}" message="${escapeXml(message)}">${text}</failure>`
      : `<system-out>${text}</system-out>`
  return `    <testcase ${name}>\n      ${inner}\n    </testcase>`
}

function failures(issues: readonly Issue[]): number {
  return issues.filter(({ severity }) => severity === 'error').length
}

/** A line break in an attribute would be read as a space. */
function escapeXml(text: string): string {
  return xmlText(text).replaceAll('\n', '&#10;')
}
