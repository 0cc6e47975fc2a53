import { childOf, textOf, within } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'

/**
 * Every paragraph of text of a part as it stands in the file, run by run, counted without regard to how
 * the part is understood: what is found here and not in the draft has to be named in the report.
 */
export function censusOf(root: Element): string[][] {
  const paragraphs: string[][] = []
  const visit = (element: Element, isInside: boolean): void => {
    const isParagraph = element.name === 'w:p'
    // A run in no paragraph is in a file that no program wrote, and is text all the same.
    const isStray = !isInside && childOf(element, 'w:r') !== undefined
    const runs = isParagraph || isStray ? ownRuns(element) : []
    if (runs.join('').trim()) paragraphs.push(runs)
    for (const child of element.children)
      if (typeof child === 'object' && !isTwin(child, element))
        visit(child, isInside || isParagraph || isStray)
  }
  visit(root, false)
  return paragraphs
}

/** What older programs are to show instead of a drawing that has its text already. */
function isTwin(element: Element, parent: Element): boolean {
  if (element.name !== 'mc:Fallback') return false
  return within(childOf(parent, 'mc:Choice'), 'w:t') !== undefined
}

/** Paragraphs inside a paragraph are counted for themselves; what was deleted is no text of it. */
const apart = /^w:(p|del|moveFrom)$/

/** Texts of a paragraph's runs, without those of the text boxes inside it, which are paragraphs themselves. */
function ownRuns(element: Element): string[] {
  return element.children.flatMap((node) => {
    if (typeof node !== 'object' || isTwin(node, element) || apart.test(node.name)) return []
    if (node.name === 'w:r' && !childOf(node, 'w:ruby')) {
      const inner = node.children.flatMap((child) =>
        typeof child === 'object' ? textsOf(child) : [],
      )
      return [inner.join(''), ...ownRuns({ ...node, children: node.children.filter(isDrawn) })]
    }
    return /^(w:t|m:t)$/.test(node.name) ? [textOf(node)] : ownRuns(node)
  })
}

const isDrawn = (node: Element['children'][number]) =>
  typeof node === 'object' &&
  /^(w:drawing|w:pict|w:object|mc:AlternateContent|m:oMath)$/.test(node.name)

function textsOf(node: Element): string[] {
  if (node.name === 'w:t' || node.name === 'm:t') return [textOf(node)]
  if (node.name === 'w:tab') return ['\t']
  return node.name === 'w:br' || node.name === 'w:cr' ? ['\n'] : []
}
