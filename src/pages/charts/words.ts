import { escapeHtml } from '../../formats/xml.ts'
import { segment } from '../../content/segment.ts'

/** Display text as HTML that may break only between words. */
export function display(text: string, words: readonly string[]): string {
  return segment(text, words).map(escapeHtml).join('<wbr>')
}

export interface LegendItem {
  text: string
  look: 'hot' | 'mid' | 'rest' | 'ring'
  square?: boolean
}

export function legend(items: LegendItem[], words: readonly string[]): string {
  const spans = items.map(({ text, look, square }) => {
    const classes = [look === 'rest' ? '' : look, square ? 'sq' : ''].filter(Boolean).join(' ')
    return `<span><i${classes ? ` class="${classes}"` : ''}></i><span>${display(text, words)}</span></span>`
  })
  return `<p class="legend">${spans.join('')}</p>`
}

/** A large numeral and what it counts: `600` 余家入库. */
export function numeral(value: string, rest: string, look = ''): string {
  return `<p class="big${look ? ` ${look}` : ''}">${escapeHtml(value)}<i>${escapeHtml(rest)}</i></p>`
}
