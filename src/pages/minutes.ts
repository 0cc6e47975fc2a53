import type { Library } from '../content/library.ts'
import { citable } from './facts.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'

/** What the page of a meeting's record is given. */
export interface MinutesView {
  base: string
  /** Who a Word file says it is from. */
  name: string
  /** Where it is stated what a vote needs. */
  rule?: Link
}

/** The fact that states when a vote may be taken and what passes. */
const voteFact = 'tbw-f33'

export function minutesView(library: Library): MinutesView {
  const { base, name } = library.site
  const cited = citable(library, voteFact)
  if (!cited) return { base, name }
  const { source, fact } = cited
  const rule = {
    href: href(library, `/data/${source.id}.html#${fact.id}`),
    text: `《${source.title}》${fact.article ?? '，条号待核'}`,
  }
  return { base, name, rule }
}
