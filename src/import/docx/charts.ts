import { descendants } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'
import { dataOf } from './drawn-text.ts'
import type { Story } from './story.ts'

/** Whether an element stands for a chart, whose words and figures are a part of their own. */
export const isChart = ({ name, attributes }: Element) =>
  /^(c|cx):chart$/.test(name) && 'r:id' in attributes

/** Charts that the draft has as the picture which is drawn for older programs: their data are named. */
export function tellPicturedCharts(element: Element, story: Story): void {
  for (const one of descendants(element))
    if (isChart(one))
      tellData(one, story, ['图表', '在草稿里是文件存的图片，请看看和原来的是不是一样。'])
}

/** Words and figures of a chart or a diagram go to the report. */
export function tellData(
  { attributes }: Element,
  { reading, relations }: Story,
  [what, fate]: readonly [what: string, fate: string],
): void {
  const part = relations.get(attributes['r:id'] ?? attributes['r:dm'] ?? '')?.target ?? ''
  reading.find('lost', `${what}${fate}`)
  reading.find('lost', `${what}里的文字和数据：`, dataOf(reading.archive, part))
}
