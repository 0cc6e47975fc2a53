import { textOf } from '../../documents/tree.ts'
import type { Element, Node } from '../../documents/tree.ts'
import { styleOf } from './style.ts'

/** What an element takes from those around it, and may set otherwise. */
interface Inherited {
  sizeless: boolean
  invisible: boolean
  transparent: boolean
}

/**
 * An element without the text that no reader of the page sees, and that text piece by piece. How the
 * element itself is hidden does not count: saved pages show it by a script.
 */
export function withoutHidden(element: Element): { element: Element; hidden: string[] } {
  const hidden: string[] = []
  const seen = { sizeless: false, invisible: false, transparent: false }
  const children = prune(element.children, seen, hidden)
  return { element: { ...element, children }, hidden }
}

function prune(nodes: readonly Node[], around: Inherited, hidden: string[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (typeof node === 'string') {
      if (!around.sizeless && !around.invisible && !around.transparent) return [node]
      if (node.trim() !== '') hidden.push(node.trim())
      return []
    }
    if (node.name === 'script' || node.name === 'style') return []
    if (isGone(node)) {
      const text = textOf(node).replace(/\s+/g, ' ').trim()
      if (text !== '') hidden.push(text)
      return []
    }
    return [{ ...node, children: prune(node.children, inherit(node, around), hidden) }]
  })
}

/** Whether nothing inside an element can be seen, whatever it says of itself. */
function isGone(element: Element): boolean {
  if (element.attributes.hidden !== undefined) return true
  const style = styleOf(element)
  const is = (name: string, pattern: RegExp) => pattern.test(style.get(name) ?? '')
  const isCut = is('overflow', /hidden/) || is('overflow-y', /hidden/)
  return (
    is('display', /^none$/) ||
    is('opacity', /^0(\.0+)?%?$/) ||
    is('text-indent', /^-\d{3,}/) ||
    (is('position', /absolute|fixed/) && (is('left', /^-\d{3,}/) || is('top', /^-\d{3,}/))) ||
    (isCut && (is('height', zero) || is('max-height', zero) || is('width', zero)))
  )
}

const zero = /^0(\.0+)?(px|em|rem|pt|%|vw|vh)?$/
const transparent = /^(transparent|(rgba|hsla)\(.*,\s*0(\.0+)?\s*\)|#[\da-f]{6}00)$/

function inherit(element: Element, around: Inherited): Inherited {
  const style = styleOf(element)
  const [size, visibility, color] = ['font-size', 'visibility', 'color'].map((name) =>
    style.get(name),
  )
  return {
    sizeless: size === undefined ? around.sizeless : zero.test(size),
    invisible: visibility === undefined ? around.invisible : visibility !== 'visible',
    transparent: color === undefined ? around.transparent : transparent.test(color),
  }
}
