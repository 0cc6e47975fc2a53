import { LineCoverage } from './line-coverage.ts'
import { lostInline } from './lost-marks.ts'
import type { Body } from './markdown.ts'

/** Why typed characters are not on the page; `note` and `cell` have rules of their own. */
export type LossKind =
  | 'text'
  | 'note'
  | 'cell'
  | 'fence'
  | 'info'
  | 'title'
  | 'number'
  | 'closing'
  | 'escape'
  | 'emphasis'
  | 'name'
  | 'date'

/** Characters of a body that readers do not see, and that are no mark that took effect. */
export interface Loss {
  kind: LossKind
  /** Offsets in the body. */
  from: number
  to: number
  /** What is shown in their place, where that is not nothing. */
  shown?: string
}

/**
 * Hold the visible text of a body against its source: every character but white space is shown, or
 * belongs to a mark that took effect, or is a loss. Linear in the length of the body.
 */
export function lostText(text: string, body: Pick<Body, 'tokens' | 'source'>): Loss[] {
  const page = new LineCoverage(text)
  const losses: Loss[] = []
  body.tokens.forEach((token, index) => {
    if (token.type === 'inline') {
      page.coverInline(token, body)
      losses.push(...lostInline(token, (at) => body.source.offset(token, at)))
    } else if (token.type === 'fence') losses.push(...page.coverFence(token))
    else if (token.map && /^(?:hr|table_open|container_\w+_open)$/.test(token.type))
      page.coverMarks(token)
    else if (token.type === 'ordered_list_open') losses.push(...page.renumbered(body.tokens, index))
  })
  return [...losses, ...page.uncovered()].sort((a, b) => a.from - b.from || a.to - b.to)
}
