import { descendants, textOf } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'

/**
 * Every paragraph of text of a part as it stands in the file, counted without regard to how the part
 * is understood: what is found here and not in the draft has to be named in the report.
 */
export function censusOf(root: Element): string[] {
  const paragraphs: string[] = []
  for (const element of descendants(root))
    if (element.name === 'w:p') {
      const text = ownText(element)
      if (text.trim()) paragraphs.push(text)
    }
  return paragraphs
}

/** A paragraph's text without that of the text boxes inside it, which are paragraphs themselves. */
function ownText(element: Element): string {
  return element.children
    .map((node) => {
      if (typeof node !== 'object') return ''
      if (node.name === 'w:t') return textOf(node)
      if (node.name === 'w:tab') return '\t'
      if (node.name === 'w:br' || node.name === 'w:cr') return '\n'
      return node.name === 'w:p' || node.name === 'w:rt' || node.name === 'mc:Fallback'
        ? ''
        : ownText(node)
    })
    .join('')
}
