import PptxGenJS from 'pptxgenjs'
import type { Slide } from '../deck/slide.ts'
import { draw, footLine } from './draw.ts'
import type { Show } from './draw.ts'
import { colours, corner, fonts, page, unit } from './page.ts'

/** Slides drawn between two words of progress. */
const shownAfter = 8

/**
 * A deck as a file of PowerPoint and WPS: native text and tables, the host's notes and the sources in
 * the notes. Resolves to the bytes of a `.pptx`; `progress` is told how many slides are drawn.
 */
export async function pptxOf(
  show: Show & { portal: string },
  progress: (done: number, of: number) => void = () => undefined,
): Promise<Uint8Array> {
  const { deck, portal } = show
  const file = new PptxGenJS()
  file.defineLayout({ name: 'room', width: page.width, height: page.height })
  file.layout = 'room'
  file.theme = { headFontFace: fonts.serif, bodyFontFace: fonts.sans }
  file.title = deck.title
  file.author = portal
  file.company = portal
  for (const [index, slide] of deck.slides.entries()) {
    const sheet = file.addSlide()
    sheet.background = { color: colours.paper }
    draw(sheet, slide, show)
    drawFoot(sheet, slide, index, show)
    const notes = notesOf(slide, show)
    if (notes !== '') sheet.addNotes(notes)
    if (index % shownAfter === shownAfter - 1) {
      progress(index + 1, deck.slides.length)
      // The page paints what it was told, and answers its reader.
      await new Promise((painted) => setTimeout(painted))
    }
  }
  progress(deck.slides.length, deck.slides.length)
  // The format asked for decides the type, which the declaration does not say.
  return (await file.write({ outputType: 'uint8array', compression: true })) as Uint8Array
}

/** For the host: which part of the meeting this is, and how far it has come. */
function drawFoot(sheet: PptxGenJS.Slide, slide: Slide, index: number, { deck }: Show): void {
  sheet.addShape('line', { ...footLine, line: { color: colours.rule, width: 1 } })
  const row = slide.row === undefined ? undefined : deck.rows[slide.row]
  const place = { y: page.height - 6 * unit.inches, h: 0.35, fontSize: corner, margin: 0 }
  const hand = { fontFace: fonts.sans, color: colours.ink3, lang: 'zh-CN' }
  sheet.addText(row ? `${row.kind}\u3000${row.title}` : deck.title, {
    ...{ ...place, ...hand, x: footLine.x, w: footLine.w - 2 },
  })
  sheet.addText(`${index + 1} / ${deck.slides.length}`, {
    ...{ ...place, ...hand, x: footLine.x + footLine.w - 2, w: 2, align: 'right' },
  })
}

/** What the host may say, then where the slide's words come from. */
function notesOf({ notes, sources }: Slide, { home }: Show): string {
  const named = sources.map(({ text, href }) =>
    href === undefined ? text : `${text} ${new URL(href, home).href}`,
  )
  return [...notes, ...(named.length > 0 ? ['来源：', ...new Set(named)] : [])].join('\n')
}
