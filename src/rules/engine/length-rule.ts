import type { CollectionName } from '../../model/index.ts'
import { entryRule } from './rule.ts'

interface Length {
  id: string
  collection: CollectionName
  /** What editors call the text: 案例正文. */
  text: string
  /** Characters of its body. */
  least: number
  most: number
  /** What to do about one that is too short, and one that is too long. */
  hints: { short: string; long: string }
}

/** A rule that published texts of a collection are neither too short to say something nor too long to be read. */
export function moderateLength({ id, collection, text, least, most, hints }: Length) {
  return entryRule({
    id,
    summary: `${text}在 ${least} 到 ${most} 字之间。`,
    severity: 'warning',
    collections: [collection],
    *check({ entry }) {
      const { characters } = entry.body
      if (entry.data.status !== 'published') return
      if (characters >= least && characters <= most) return
      const isShort = characters < least
      yield {
        at: { position: { line: entry.bodyLine, column: 1 } },
        message: `${text}有${characters}字，太${isShort ? '短' : '长'}了。`,
        hint: isShort ? hints.short : hints.long,
      }
    },
  })
}
