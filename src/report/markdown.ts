import type { Issue } from '../model/issue.ts'
import type { Report } from './report.ts'
import { severityLabels, visible } from './report.ts'
import { summaryLine } from './summary.ts'

/** Issues that are listed; a platform that shows the page cuts it off at a length of its own. */
const most = 300

/** A page to read where a platform shows one beside a change: what is wrong, file by file. */
export function markdown({ issues, entries, pageOf }: Report): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length
  const sign = errors > 0 ? '❌' : issues.length > 0 ? '⚠️' : '✅'
  const shown = issues.slice(0, most)
  const files = [...new Set(shown.map(({ file }) => file))]
  const sections = files.map((file) => {
    const own = shown.filter((issue) => issue.file === file)
    const rows = own.map((issue) => row(issue, pageOf(issue.rule)))
    const head = '| 行 | 级别 | 哪里不对 | 怎样改 | 规则 |\n| ---: | --- | --- | --- | --- |'
    return `### ${code(file)}\n\n${[head, ...rows].join('\n')}`
  })
  const more = issues.length > most ? [`还有${issues.length - most}处没有列出。`] : []
  const parts = [`## ${sign} 内容检查`, summaryLine(issues, entries), ...sections, ...more]
  return `${parts.join('\n\n')}\n`
}

function row({ line, severity, message, hint, rule }: Issue, page: string): string {
  // Only a published handbook has an address that leads anywhere from here.
  const named = /^https?:/.test(page) ? `[${rule}](${page})` : code(rule)
  return `| ${[line, severityLabels[severity], plain(message), plain(hint ?? ''), named].join(' | ')} |`
}

/** Words of a file as words: nothing in them is a link, a picture, a tag or somebody's name. */
function plain(text: string): string {
  return visible(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]!#|~]/g, '\\$&')
    .replace(/@/g, '@\u200b')
}

function code(text: string): string {
  return `\`${visible(text).replace(/[`|]/g, '')}\``
}
