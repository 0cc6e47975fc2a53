import type { Severity } from '../../../src/model/issue.ts'

/** One thing the check says, of the page being looked at or of the portal. */
export interface PreviewIssue {
  file: string
  /** Where an editor program finds the file. */
  absolute: string
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
  /** 草稿, 已发布 or 已撤下. */
  status?: string
  issues: PreviewIssue[]
  /** Of files that have no page of their own: the settings, captions, pictures, what lies where nothing is read. */
  elsewhere: PreviewIssue[]
  /** The page was there, and is not any more; `now` is where its entry went, when that can be told. */
  gone?: { now?: string }
}
