import { xmlPart, relationshipsOf } from '../../documents/archive.ts'
import type { Archive } from '../../documents/archive.ts'
import { descendants, textOf } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'

/** Words and figures of a chart or a diagram, a part of its own: titles, then each series whole. */
export function dataOf(archive: Archive, part: string): string {
  const root = xmlPart(archive, part)
  if (!root) return ''
  // Shapes drawn over a chart are a part of their own.
  const shapes = [...relationshipsOf(archive, part).values()]
    .filter(({ type, external }) => type === 'chartUserShapes' && !external)
    .map(({ target }) => xmlPart(archive, target))
  return [root, ...shapes].flatMap((one) => (one ? [paragraphsOf(one)] : [])).join('\n')
}

/** A part that holds values of one kind: the name of a series, its categories, its values. */
const group = /^(c:(tx|cat|val|xVal|yVal|bubbleSize|errBars|plus|minus)|cx:(strDim|numDim))$/
const point = /^(c:v|cx:pt|cx:v)$/

/** Texts of shapes, charts and diagrams below an element: a paragraph or a row of values a line. */
export function paragraphsOf(root: Element): string {
  const lines: string[] = []
  const add = (text: string) => {
    if (text.trim()) lines.push(text.trim())
  }
  const visit = (element: Element): void => {
    if (element.name === 'a:p' || point.test(element.name)) return add(textOf(element))
    const values = group.test(element.name) ? valuesOf(element) : []
    if (values.length > 0) return add(values.join('、'))
    for (const child of element.children) if (typeof child === 'object') visit(child)
  }
  visit(root)
  return lines.join('\n')
}

function valuesOf(element: Element): string[] {
  const found = [...descendants(element)]
  if (found.some(({ name }) => name === 'a:p')) return []
  return found.filter(({ name }) => point.test(name)).map((one) => textOf(one).trim())
}
