import type { ClosingSlide, KeySlide, ListSlide, QuoteSlide, TitleSlide } from '../deck/slide.ts'
import { colours, field, fonts, sizeFor } from './page.ts'
import { below, countWords, heading, kicker, put } from './text.ts'
import type { Sheet } from './text.ts'

export function drawTitle(sheet: Sheet, { kicker: words, title, sub }: TitleSlide): void {
  kicker(sheet, words)
  const text = title.join('\n')
  put(
    sheet,
    text,
    { ...field, y: 1.5, h: 3.4 },
    { fontFace: fonts.serif, bold: true, fontSize: 80 },
  )
  put(sheet, sub, { ...field, y: 5.1, h: 1 }, { color: colours.ink2, fontSize: 32 })
}

export function drawKey(sheet: Sheet, { kicker: words, count, title, text }: KeySlide): void {
  kicker(sheet, countWords({ kicker: words, count }))
  const box = { ...field, y: field.y + 0.9, h: text ? 2.6 : 4.6 }
  put(sheet, title, box, { fontFace: fonts.serif, bold: true, fontSize: 80 })
  if (text)
    put(sheet, text, { ...field, y: field.y + 3.7, h: 2.2 }, { color: colours.ink2, fontSize: 36 })
}

export function drawList(sheet: Sheet, slide: ListSlide): void {
  const { items, ordered, start } = slide
  if (slide.kicker !== undefined) kicker(sheet, slide.kicker)
  const down = slide.kicker === undefined ? 0 : 0.7
  heading(sheet, slide, down)
  const box = { ...below, y: below.y + down, h: below.h - down + 0.7 }
  const fontSize = sizeFor(items.join('\n'), { ...box, w: box.w - 0.7 }, 36, 1.5)
  const bullet = ordered ? { type: 'number' as const, numberStartAt: start } : true
  sheet.addText(
    items.map((text) => ({ text, options: { bullet, breakLine: true, paraSpaceAfter: 8 } })),
    {
      ...{ ...box, fontFace: fonts.sans, color: colours.ink, fontSize, margin: 0 },
      ...{ valign: 'top', lang: 'zh-CN' },
    },
  )
}

export function drawQuote(sheet: Sheet, { words, by }: QuoteSlide): void {
  put(
    sheet,
    words,
    { ...field, y: 0.8, h: 3.8 },
    { fontFace: fonts.serif, fontSize: 54, valign: 'middle' },
  )
  if (by) put(sheet, `——${by}`, { ...field, y: 4.7, h: 0.7 }, { color: colours.ink3, fontSize: 32 })
}

export function drawClosing(
  sheet: Sheet,
  { kicker: words, title, text, more }: ClosingSlide,
): void {
  kicker(sheet, words)
  put(
    sheet,
    title,
    { ...field, y: field.y + 0.9, h: 2.6 },
    { fontFace: fonts.serif, bold: true, fontSize: 72 },
  )
  put(
    sheet,
    [text, more].filter((one) => one !== '').join('\n'),
    { ...field, y: field.y + 3.7, h: 2.2 },
    { fontSize: 34, color: colours.ink2 },
  )
}
