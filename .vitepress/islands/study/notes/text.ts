import type { Span } from '../../../../src/study/anchor.ts'

/** The words of an element in reading order, and where each text node begins among them. */
interface PageText {
  words: string
  nodes: { node: Text; from: number }[]
}

/** The text notes are anchored in: what is shown, without controls that scripts add. */
export function textOf(root: HTMLElement): PageText {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('script, style, .js-only, [data-island]')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  )
  const nodes: PageText['nodes'] = []
  let words = ''
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    nodes.push({ node, from: words.length })
    words += node.data
  }
  return { words, nodes }
}

/** The span of a selection in a text; undefined when it lies outside or is empty. */
export function spanOf(range: Range, root: HTMLElement): Span | undefined {
  if (range.collapsed || !root.contains(range.commonAncestorContainer)) return undefined
  const { nodes } = textOf(root)
  const chosen = nodes.filter(({ node }) => range.intersectsNode(node))
  const [first, last] = [chosen[0], chosen.at(-1)]
  if (!first || !last) return undefined
  const from = first.from + (range.startContainer === first.node ? range.startOffset : 0)
  const to =
    last.from + (range.endContainer === last.node ? range.endOffset : last.node.data.length)
  return from < to ? { from, to } : undefined
}

/** Wrap a span in `mark` elements, one a text node, and return them. */
export function markSpan({ nodes }: PageText, { from, to }: Span): HTMLElement[] {
  return nodes.flatMap(({ node, from: start }) => {
    const [begin, end] = [
      Math.max(from, start) - start,
      Math.min(to, start + node.data.length) - start,
    ]
    if (begin >= end || node.data.slice(begin, end).trim() === '') return []
    const middle = node.splitText(begin)
    middle.splitText(end - begin)
    const mark = document.createElement('mark')
    middle.replaceWith(mark)
    mark.append(middle)
    return mark
  })
}
