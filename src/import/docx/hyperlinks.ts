import type { Element } from '../../documents/tree.ts'
import type { Story } from './story.ts'

/** Where a hyperlink leads, when that is outside the document; places inside it are counted. */
export function linkOf({ attributes }: Element, { relations, reading }: Story): { link?: string } {
  const { 'r:id': id = '', 'w:anchor': anchor } = attributes
  const relation = relations.get(id)
  if (!relation?.external) {
    if (anchor !== undefined) reading.counts.inside += 1
    return {}
  }
  const isPart = anchor !== undefined && !relation.target.includes('#')
  return { link: isPart ? `${relation.target}#${anchor}` : relation.target }
}
