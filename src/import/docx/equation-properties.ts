import { childOf } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'

/** The `m:val` of a property of an equation's part; empty when it is written as empty. */
export function valueOf(element: Element, properties: string, name: string): string | undefined {
  const found = childOf(childOf(element, properties), name)
  return found && (found.attributes['m:val'] ?? '')
}
