import type { Inline } from '../blocks.ts'
import { childOf } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'
import { heightOf, isOn, styleOf, valueOf } from './styles.ts'
import type { Style, Styles } from './styles.ts'

type Text = Extract<Inline, { kind: 'text' }>

/** How a run looks, as far as its look means something. */
export interface RunFormat {
  marks: Partial<Pick<Text, 'bold' | 'italic' | 'strike'>>
  raised?: 'above' | 'below'
  hidden: boolean
  /** White or tiny: on paper it may not be seen. */
  faint: boolean
  highlighted: boolean
  underlined: boolean
}

/** Half-points below which nobody reads letters. */
const tiny = 6

export function runFormatOf(
  properties: Element | undefined,
  paragraph: Style | undefined,
  styles: Styles,
): RunFormat {
  const style = { ...paragraph, ...styleOf(styles, valueOf(properties, 'w:rStyle')) }
  const on = (name: string, inherited = false) => {
    const own = childOf(properties, name)
    return own ? isOn(own) : inherited
  }
  const raised = heightOf(properties) ?? style.raised
  const strike = on('w:strike', style.strike) || on('w:dstrike')
  // 着重号: dots under letters are what Chinese has for bold.
  const isBold = on('w:b') || on('w:em')
  return {
    marks: {
      ...(isBold ? { bold: true } : {}),
      ...(on('w:i') ? { italic: true } : {}),
      ...(strike ? { strike: true } : {}),
    },
    ...(raised === undefined || raised === 'on' ? {} : { raised }),
    hidden: on('w:vanish', style.hidden),
    faint: isFaint(properties),
    highlighted: on('w:highlight'),
    underlined: on('w:u'),
  }
}

function isFaint(properties: Element | undefined): boolean {
  const size = Number(valueOf(properties, 'w:sz') ?? NaN)
  if (size > 0 && size < tiny) return true
  const isWhite = /^fff?(?:fff)?$/i.test(valueOf(properties, 'w:color') ?? '')
  const shading = childOf(properties, 'w:shd')?.attributes['w:fill'] ?? 'auto'
  const isDark =
    childOf(properties, 'w:highlight') !== undefined || !/^(auto|ffffff)$/i.test(shading)
  return isWhite && !isDark
}
