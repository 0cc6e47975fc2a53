import { aroundFigures } from '../../../src/content/figures.ts'

/** Text as nodes: a line does not break within a date or a figure. */
export function wholeFigures(text: string): Node[] {
  return aroundFigures(text).map((part) => {
    const node = document.createTextNode(part.text)
    if (!part.isWhole) return node
    const whole = document.createElement('span')
    whole.className = 'dated'
    whole.append(node)
    return whole
  })
}
