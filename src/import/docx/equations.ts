import { childOf, childrenOf, isElement, textOf } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'
import { gap } from '../../model/placeholder.ts'
import { raised } from '../raised.ts'
import { valueOf } from './equation-properties.ts'

/** An equation as one line of text. */
interface Equation {
  text: string
  /** What stands in matrices and stacked lines, which one line cannot show. */
  refused: string[]
}

/** Write an equation in one line: fractions with a slash, powers and indices raised and lowered. */
export function equationText(element: Element): Equation {
  const refused: string[] = []
  return { text: linear(element, refused), refused }
}

function linear(element: Element, refused: string[]): string {
  const part = (name: string) => {
    const found = childOf(element, name)
    return found ? linear(found, refused) : ''
  }
  switch (element.name) {
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`
    case 'm:sSup':
      return grouped(part('m:e')) + raised(part('m:sup'), 'above')
    case 'm:sSub':
      return grouped(part('m:e')) + raised(part('m:sub'), 'below')
    case 'm:sSubSup':
      return grouped(part('m:e')) + raised(part('m:sub'), 'below') + raised(part('m:sup'), 'above')
    case 'm:sPre':
      return raised(part('m:sub'), 'below') + raised(part('m:sup'), 'above') + part('m:e')
    case 'm:rad':
      return `${raised(part('m:deg'), 'above')}√${grouped(part('m:e'))}`
    case 'm:d':
      return delimited(element, refused)
    case 'm:nary':
      return `${valueOf(element, 'm:naryPr', 'm:chr') || '∫'}${raised(part('m:sub'), 'below')}${raised(part('m:sup'), 'above')} ${part('m:e')}`
    case 'm:func':
      return `${part('m:fName')} ${part('m:e')}`
    case 'm:limLow':
      return `${part('m:e')}${raised(part('m:lim'), 'below')}`
    case 'm:limUpp':
      return `${part('m:e')}${raised(part('m:lim'), 'above')}`
    case 'm:m':
      return refuse('矩阵', rowsOf(element, refused), refused)
    case 'm:eqArr': {
      const lines = childrenOf(element, 'm:e').map((line) => linear(line, refused))
      return lines.length > 1 ? refuse('上下排列的几行公式', lines, refused) : (lines[0] ?? '')
    }
    case 'm:t':
    case 'w:t':
      return textOf(element)
    default:
      return element.children
        .map((node) => (isElement(node) && !/Pr$/.test(node.name) ? linear(node, refused) : ''))
        .join('')
  }
}

/** More than one sign in brackets, unless brackets hold it already. */
function grouped(text: string): string {
  const isOne = [...text].length <= 1 || /^[\d.]+$|^\p{L}+$|^\([^()]*\)$/u.test(text)
  return isOne ? text : `(${text})`
}

function delimited(element: Element, refused: string[]): string {
  const sign = (name: string, usual: string) => valueOf(element, 'm:dPr', name) ?? usual
  const [open, close] = [sign('m:begChr', '('), sign('m:endChr', ')')]
  const inner = childrenOf(element, 'm:e').map((one) => linear(one, refused))
  return open + inner.join(sign('m:sepChr', '|')) + close
}

function rowsOf(element: Element, refused: string[]): string[] {
  return childrenOf(element, 'm:mr').map((row) =>
    childrenOf(row, 'm:e')
      .map((cell) => linear(cell, refused))
      .join('  '),
  )
}

function refuse(what: string, lines: readonly string[], refused: string[]): string {
  refused.push(lines.join('\n'))
  return gap(`这里有${what}，写不成一行，请截成图片放进来`)
}
