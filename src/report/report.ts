import type { Issue, Severity } from '../model/issue.ts'

/** What a report says of a rule. */
export interface ReportedRule {
  id: string
  summary: string
  severity: Severity
}

/** Everything a report is made from; the same report gives the same bytes. */
export interface Report {
  /** Sorted by place. */
  issues: readonly Issue[]
  /** How many entries were checked. */
  entries: number
  rules: readonly ReportedRule[]
  /** A file's text, for excerpts; undefined when there is none to show. */
  textOf: (file: string) => string | undefined
  /** Address of a rule's page. */
  pageOf: (rule: string) => string
  paint: Paint
}

type Style = 'red' | 'yellow' | 'green' | 'dim' | 'bold' | 'underline'

/** Colours a text for a terminal, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string

export const plain: Paint = (_style, text) => text

export const severityLabels: Record<Severity, string> = { error: '错误', warning: '提醒' }

/** Where a rule is explained: on the published portal when its address is known, else in the handbook's folder. */
export function pageOf(url: string | undefined, handbook: string): (rule: string) => string {
  const folder = url && `${url.replace(/\/?$/, '/')}handbook/rules/`
  return (rule) => (folder ? `${folder}${rule}.html` : `${handbook}/rules/${rule}.md`)
}

/**
 * Text with what a terminal or a log would obey made visible: controls, line separators and the
 * characters that turn the direction of writing. Source of the set: Unicode TR36, section 2.
 */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
