import type {
  AgendaSlide,
  ChartSlide,
  Deck,
  FigureSlide,
  FilmSlide,
  Slide,
  SlideKind,
  TableSlide,
} from '../deck/slide.ts'
import { colours, field, fonts, smallest, unit } from './page.ts'
import type { Box } from './page.ts'
import { chartOf } from './chart.ts'
import { drawChartIn } from './draw-chart.ts'
import { drawAnswer, drawQuestion } from './draw-test.ts'
import { drawClosing, drawKey, drawList, drawQuote, drawTitle } from './draw-words.ts'
import { drawTable } from './table.ts'
import { below, heading, headHeight, kicker, put } from './text.ts'
import type { Sheet } from './text.ts'

/** What a slide needs besides itself. */
export interface Show {
  deck: Deck
  /** Absolute address of the portal, where films and texts are read on. */
  home: string
}

type Drawing<Kind extends SlideKind> = (
  sheet: Sheet,
  slide: Extract<Slide, { kind: Kind }>,
  show: Show,
) => void

const drawings: { [Kind in SlideKind]: Drawing<Kind> } = {
  title: drawTitle,
  agenda: drawAgenda,
  key: drawKey,
  list: drawList,
  figure: drawFigure,
  chart: drawChart,
  table: (sheet, slide: TableSlide) => {
    heading(sheet, slide)
    drawTable(sheet, slide, below)
  },
  quote: drawQuote,
  film: drawFilm,
  question: drawQuestion,
  answer: drawAnswer,
  closing: drawClosing,
}

/** Put a slide's own content on its sheet, as text and tables that can be edited. */
export function draw(sheet: Sheet, slide: Slide, show: Show): void {
  // The table has a drawing for each kind, which the compiler cannot pair with the value.
  const drawing = drawings[slide.kind] as Drawing<SlideKind>
  drawing(sheet, slide, show)
  const [source] = slide.sources
  if (source && sourced.has(slide.kind)) sourceLine(sheet, source.text)
}

/** Kinds that state something: where it comes from stands on the slide, not in the notes alone. */
const sourced = new Set<SlideKind>(['figure', 'chart', 'table', 'quote'])
const sourceHeight = 0.7

function sourceLine(sheet: Sheet, words: string): void {
  const box = { ...field, y: field.y + field.h - sourceHeight, h: sourceHeight }
  put(sheet, `来源：${words}`, box, { color: colours.ink3, valign: 'bottom' })
}

function drawAgenda(sheet: Sheet, { rows, minutes }: AgendaSlide): void {
  heading(sheet, { title: `议程\u3000共${minutes}分钟` })
  const body = rows.map(({ kind, title, minutes }) => [kind, title || kind, `${minutes}分`])
  // Nothing is cited here: the table reaches down to the foot.
  const box = { ...below, h: field.h - headHeight }
  drawTable(sheet, { head: [], rows: body }, box, [0.17, 0.68, 0.15])
}

function drawFigure(sheet: Sheet, { value, unit: word, text }: FigureSlide): void {
  const room = Math.max(1, value.length * 0.75 + word.length * 0.27)
  const fontSize = Math.min(250, Math.floor((field.w * 72) / room))
  sheet.addText(
    [
      { text: value, options: { fontSize, bold: true } },
      { text: word, options: { fontSize: Math.max(60, Math.round(fontSize / 4)) } },
    ],
    {
      ...{ ...field, h: 3.6, fontFace: fonts.serif, color: colours.ink, margin: 0 },
      ...{ valign: 'bottom', lang: 'zh-CN' },
    },
  )
  put(sheet, text, { ...field, y: field.y + 3.8, h: 1.6 }, { fontSize: 38 })
}

/** A chart of the program's own, shapes, or a table beside its words; the picture itself is online. */
function drawChart(
  sheet: Sheet,
  { title, text, picture, sources }: ChartSlide,
  { home }: Show,
): void {
  heading(sheet, { title })
  const chart = chartOf(picture)
  const place = { ...below, y: below.y + below.h - 1.3, h: 1.3 }
  if (chart) drawChartIn(sheet, chart, { ...below, h: below.h - 1.5 })
  const address = new URL(sources[0]?.href ?? '', home).href
  put(sheet, chart ? text : `${text}\n图在网页上看：${address}`, chart ? place : below, {
    ...{ color: colours.ink2, fontSize: 32, valign: chart ? 'bottom' : 'top' },
  })
}

function drawFilm(sheet: Sheet, { title, href, seconds }: FilmSlide, { home }: Show): void {
  kicker(sheet, '观看')
  put(
    sheet,
    title,
    { ...field, y: field.y + 0.9, h: 2.4 },
    { fontFace: fonts.serif, bold: true, fontSize: 64 },
  )
  const url = new URL(href, home).href
  const length = seconds >= 60 ? `${Math.round(seconds / 60)}分钟` : `${seconds}秒`
  sheet.addText(
    [
      { text: `约${length}，用浏览器打开：`, options: { breakLine: true } },
      { text: url, options: { hyperlink: { url } } },
    ],
    {
      ...{ ...field, y: field.y + 3.6, h: 1.8, fontFace: fonts.sans, color: colours.ink2 },
      ...{ fontSize: smallest, margin: 0, valign: 'top', lang: 'zh-CN' },
    },
  )
}

/** A thin line under the foot's words, as the portal draws its tide. */
export const footLine: Box = {
  x: field.x,
  y: field.y + field.h + 2.5 * unit.inches,
  w: field.w,
  h: 0,
}
