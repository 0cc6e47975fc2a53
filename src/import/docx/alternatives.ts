import { descendants, isElement } from '../../documents/tree.ts'
import type { Element, Node } from '../../documents/tree.ts'
import { isChart, tellPicturedCharts } from './charts.ts'
import type { Story } from './story.ts'

/**
 * Of what a file offers for newer and older programs, the newer, unless only the older has text or a
 * picture. A chart of a kind that older programs do not know comes as its picture.
 */
export function chosen(element: Element, story: Story): readonly Node[] {
  const options = element.children.filter((node): node is Element => isElement(node))
  const taken = options.find((option) => has(option, shown)) ?? options[0]
  if (!taken) return []
  const pictured = options.find((option) => option !== taken && has(option, /^a:blip$/))
  if (!pictured || !isNewChart(taken)) return taken.children
  tellPicturedCharts(taken, story)
  return pictured.children
}

const shown = /^(w:t|\w+:txbxContent|a:blip|v:imagedata|c:chart|cx:chart|dgm:relIds|w:p)$/

const has = (element: Element, names: RegExp) =>
  [...descendants(element)].some(({ name }) => names.test(name))

/** Only a chart, and one of the kinds of 2016: its part is not in the older programs' format. */
function isNewChart(option: Element): boolean {
  return (
    [...descendants(option)].some((one) => isChart(one) && one.name.startsWith('cx:')) &&
    !has(option, /^(w:t|\w+:txbxContent|a:blip|v:imagedata)$/)
  )
}
