import { isElement, textOf, within } from '../../documents/tree.ts'
import type { Element, Node } from '../../documents/tree.ts'

/** How much of a page's prose an element must hold to be its article, or to hold the article. */
const most = 0.8
/** Parts of one table or list, which mean nothing alone. */
const parts = /^(table|thead|tbody|tfoot|tr|ul|ol|dl)$/

/**
 * The element that holds the text of a page: from the body down, as long as one child has nearly all
 * sentences. Links are not counted, so that lists of other articles weigh nothing.
 */
export function articleOf(root: Element): Element {
  const lengths = new Map<Element, number>()
  let article = within(root, 'body') ?? root
  // Some sites close the page early, and browsers put what follows into the body all the same.
  if (measure(root, lengths) * most > measure(article, lengths)) article = root
  let above = article
  for (;;) {
    const total = lengths.get(article) ?? 0
    const next = article.children.find(
      (node): node is Element =>
        isElement(node) && holds(node) && (lengths.get(node) ?? 0) >= total * most,
    )
    if (!next || total === 0) break
    if (!parts.test(next.name)) above = next
    article = next
  }
  return parts.test(article.name) ? above : article
}

/** Whether an element is made of others, and no paragraph. */
function holds({ name, children }: Element): boolean {
  return !/^(p|h[1-6]|li|blockquote|pre|a)$/.test(name) && children.some((node) => isElement(node))
}

/** Letters of sentences below an element that are no link; kept for every element below. */
function measure(element: Element, lengths: Map<Element, number>): number {
  const known = lengths.get(element)
  if (known !== undefined) return known
  let sum = 0
  if (
    !/^(script|style|noscript|template|a|head|nav|footer|aside|select|option|button)$/.test(
      element.name,
    )
  )
    for (const node of element.children)
      sum += typeof node === 'string' ? proseIn(node) : measure(node, lengths)
  lengths.set(element, sum)
  return sum
}

/** Letters of a text that reads as sentences. */
function proseIn(text: string): number {
  const plain = text.trim()
  const isLabel = plain.length < 12 || /版权所有|copyright|备案|举报电话/i.test(plain)
  return !isLabel && /[，。；：！？,.;!?]/.test(plain) ? plain.length : 0
}

/** A tree without one of its elements. */
export function without(root: Element, left: Element): Element {
  const keep = (node: Node): Node[] => {
    if (node === left) return []
    return isElement(node) ? [{ ...node, children: node.children.flatMap(keep) }] : [node]
  }
  return { ...root, children: root.children.flatMap(keep) }
}

/**
 * The page's own heading: an `h1` that stands in its title, the longest line that its title is but for the site's name,
 * or the only `h1` there is. `lines` are the texts of the page.
 */
export function headingOf(
  root: Element,
  title: string,
  lines: readonly string[],
): string | undefined {
  const headings = all(root, 'h1')
    .map((element) => textOf(element).replace(/\s+/g, ' ').trim())
    .filter((text) => text.length >= 2 && text.length <= 80)
  const named = headings.find((text) => letters(title).includes(letters(text)))
  return (
    named ?? beginningOf(title, lines) ?? (new Set(headings).size === 1 ? headings[0] : undefined)
  )
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')

/** The longest line that a title is, but for what sites write behind a dash or a bar: their own name. */
function beginningOf(title: string, lines: readonly string[]): string | undefined {
  const ends = [...title.matchAll(/[-_|｜—–]+|$/g)].map(({ index }) => index)
  const heads = new Set(ends.map((end) => letters(title.slice(0, end))))
  const begins = (line: string) =>
    line.length <= 80 && letters(line).length >= 6 && heads.has(letters(line))
  const [longest] = lines.filter(begins).sort((one, other) => other.length - one.length)
  return longest?.replace(/\s+/g, ' ').trim()
}

function all(element: Element, name: string): Element[] {
  return element.children.flatMap((node) => {
    if (!isElement(node)) return []
    return node.name === name ? [node] : all(node, name)
  })
}
