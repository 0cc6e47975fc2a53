import type PptxGenJS from 'pptxgenjs'
import type { QuestionSlide } from '../deck/slide.ts'
import { colours, field, fonts, sizeFor, smallest } from './page.ts'
import type { Box } from './page.ts'

export type Sheet = PptxGenJS.Slide

export const headHeight = 1.1
/** Where a slide's own content stands, under its heading. */
export const below: Box = { ...field, y: field.y + headHeight, h: field.h - headHeight - 0.8 }

/** A text set as large as its box allows. */
export function put(
  sheet: Sheet,
  text: string,
  box: Box,
  options: PptxGenJS.TextPropsOptions,
): void {
  const fontSize = sizeFor(text, box, options.fontSize ?? smallest)
  sheet.addText(text, {
    ...{ fontFace: fonts.sans, color: colours.ink, valign: 'top', margin: 0, ...box },
    ...{ lineSpacingMultiple: 1.15, lang: 'zh-CN' },
    ...options,
    fontSize,
  })
}

export function heading(
  sheet: Sheet,
  { title, count }: { title: string; count?: { at: number; of: number } },
  down = 0,
): void {
  const words = count && count.of > 1 ? `${title}（${count.at}/${count.of}）` : title
  put(
    sheet,
    words,
    { ...field, y: field.y + down, h: headHeight },
    { fontFace: fonts.serif, bold: true, fontSize: 40 },
  )
}

export function kicker(sheet: Sheet, words: string): void {
  put(sheet, words, { ...field, h: 0.7 }, { color: colours.accentText, fontSize: 31 })
}

export function countWords({ kicker, count }: Pick<QuestionSlide, 'kicker' | 'count'>): string {
  const counted = count && count.of > 1 ? [`${count.at}/${count.of}`] : []
  return [...(kicker ? [kicker] : []), ...counted].join('\u3000')
}
