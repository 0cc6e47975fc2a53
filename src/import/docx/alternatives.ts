import { descendants, isElement } from '../../documents/tree.ts'
import type { Element, Node } from '../../documents/tree.ts'

/** Of what a file offers for newer and older programs, the newer, unless only the older has text or a picture. */
export function chosen(element: Element): readonly Node[] {
  const holds = (option: Element | undefined) =>
    [...descendants(option)].some(({ name }) =>
      /^(w:t|w:txbxContent|a:blip|v:imagedata|c:chart|dgm:relIds|w:p)$/.test(name),
    )
  const options = element.children.filter((node): node is Element => isElement(node))
  return (options.find(holds) ?? options[0])?.children ?? []
}
