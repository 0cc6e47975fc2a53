import type { Log, Region, ReportingDescriptor, Result } from 'sarif'
import type { Issue } from '../model/issue.ts'
import type { Report, ReportedRule } from './report.ts'

/** SARIF 2.1.0. Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif({ issues, rules, pageOf }: Report): string {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: '潮头内容检查',
            language: 'zh-CN',
            rules: rules.map((rule) => descriptor(rule, pageOf(rule.id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: issues.map((issue) => result(issue, indexes.get(issue.rule))),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function descriptor({ id, summary, severity }: ReportedRule, page: string): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    // Only a published handbook has an absolute address, which the format asks for here.
    ...(/^https?:/.test(page) ? { helpUri: page } : {}),
    help: { text: page },
    defaultConfiguration: { level: severity },
  }
}

function result(issue: Issue, ruleIndex: number | undefined): Result {
  const { file, rule, severity, message, hint } = issue
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: severity,
    message: { text: hint ? `${message}\n${hint}` : message },
    locations: [
      { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: region(issue) } },
    ],
  }
}

function region({ line, column, endLine, endColumn }: Issue): Region {
  if (endColumn === undefined) return { startLine: line, startColumn: column }
  return { startLine: line, startColumn: column, endLine: endLine ?? line, endColumn }
}

function uriOf(file: string): string {
  // A lone surrogate cannot be written in an address.
  return file
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}
