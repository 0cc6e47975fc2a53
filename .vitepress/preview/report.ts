import type { Severity } from '../../src/model/issue.ts'

/** One thing the check says of the page being looked at. */
export interface PreviewIssue {
  line: number
  column: number
  severity: Severity
  rule: string
  message: string
  hint: string
  /** The line it stands on. */
  text: string
}

/** What the development server says of a page; without a file it is made by the program. */
export interface PreviewReport {
  file?: string
  /** Where an editor program finds the file. */
  absolute?: string
  /** 草稿, 已发布 or 已撤下. */
  status?: string
  issues: PreviewIssue[]
}
