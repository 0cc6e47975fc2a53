import { strToU8, zipSync } from 'fflate'
import type { ListPlace, Run, WordBlock } from './blocks.ts'
import { grid } from './grid.ts'
import { millimetre, paragraph } from './marks.ts'
import { corePart, footerPart, numberingPart, part, stylesPart } from './styles.ts'

/** The archive's own times say nothing: the same text gives the same bytes. */
const mtime = new Date(1980, 0, 1)

/** A4 with margins of 2.5 cm; a table takes the width between them. In twentieths of a point. */
const page = { width: 11906, height: 16838, margin: 1417 }
const textWidth = page.width - 2 * page.margin

interface WordDocument {
  title: string
  /** Who gives it out. */
  creator: string
  blocks: readonly WordBlock[]
  /** A form to be filled in and filed: smaller, on most of the page. */
  isForm?: true
  /** With a form: smaller still, for one that would not stay on its page. */
  isFull?: boolean
}

/** Margins of a form, in millimetres. */
const formMargins = { top: 14, side: 18, bottom: 16 } as const

/** A document for Word, WPS and LibreOffice. Source: ECMA-376, WordprocessingML, transitional. */
export function wordFile({ title, creator, blocks, isForm, isFull }: WordDocument): Uint8Array {
  const numbers = numbersOf(blocks)
  const body = [
    paragraph([{ text: title }], '<w:pStyle w:val="Title"/>'),
    ...blocks.map((block) => serializeBlock(block, numbers)),
  ].join('')
  const section = sectionOf(isForm)
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([
      ['officeDocument', 'word/document.xml'],
      ['core', 'docProps/core.xml'],
    ]),
    'docProps/core.xml': corePart({ title, creator }),
    'word/document.xml': part('document', `<w:body>${body}${section}</w:body>`),
    'word/_rels/document.xml.rels': relations([
      ['styles', 'styles.xml'],
      ['numbering', 'numbering.xml'],
      ['footer', 'footer1.xml'],
    ]),
    'word/styles.xml': stylesPart(isForm && (isFull ? 'full form' : 'form')),
    'word/numbering.xml': numberingPart(numbers.size),
    'word/footer1.xml': footerPart(),
  }
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)])
  return zipSync(Object.fromEntries(files), { mtime, level: 9 })
}

function sectionOf(isForm?: true): string {
  const [top, side, bottom] = isForm
    ? [formMargins.top, formMargins.side, formMargins.bottom].map(millimetre)
    : [page.margin, page.margin, page.margin]
  const foot = isForm ? 454 : 850
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="${page.width}" w:h="${page.height}"/><w:pgMar w:top="${top}" w:right="${side}" w:bottom="${bottom}" w:left="${side}" w:header="851" w:footer="${foot}" w:gutter="0"/></w:sectPr>`
}

/** The number that each numbered list is known by, in the order they come. */
function numbersOf(blocks: readonly WordBlock[]): Map<number, number> {
  const numbers = new Map<number, number>()
  for (const block of blocks) {
    const place = block.kind === 'paragraph' ? block.place : undefined
    if (place?.numbered && !numbers.has(place.list)) numbers.set(place.list, numbers.size + 2)
  }
  return numbers
}

function serializeBlock(block: WordBlock, numbers: ReadonlyMap<number, number>): string {
  if (block.kind === 'table') return table(block)
  if (block.kind === 'grid') return grid(block)
  if (block.kind === 'page')
    return paragraph([{ text: block.title }], '<w:pStyle w:val="Title"/><w:pageBreakBefore/>')
  if (block.kind === 'heading')
    return paragraph(block.runs, `<w:pStyle w:val="Heading${block.level}"/>`)
  const centred = block.centred ? '<w:jc w:val="center"/>' : ''
  const list = block.place ? inList(block.place, numbers) : ''
  const room = block.apart ? '<w:spacing w:before="160"/>' : ''
  return paragraph(block.runs, list + noteLook(block) + room + centred)
}

function inList(
  { list, level, numbered }: ListPlace,
  numbers: ReadonlyMap<number, number>,
): string {
  const id = numbered ? (numbers.get(list) ?? 1) : 1
  return `<w:numPr><w:ilvl w:val="${Math.min(level, 1)}"/><w:numId w:val="${id}"/></w:numPr>`
}

function noteLook({ note }: { note?: true }): string {
  return note
    ? '<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="7F7F7F"/></w:pBdr><w:ind w:left="240"/>'
    : ''
}

/** A grid with a head that every page repeats; cells to be filled in by hand are high enough for it. */
function table({ head, rows }: Extract<WordBlock, { kind: 'table' }>): string {
  const widths = columnWidths(head, rows)
  const line =
    '<w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/>'
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const top = row(head, widths, '<w:cantSplit/><w:tblHeader/>', 'D9D9D9')
  const others = rows.map((cells) => row(cells, widths, `<w:cantSplit/>${heightOf(cells)}`))
  return `<w:tbl><w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblBorders>${line}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${top}${others.join('')}</w:tbl><w:p/>`
}

function heightOf(cells: readonly Run[][]): string {
  const isBlank = cells.some((cell) => textOf(cell) === '')
  return isBlank ? '<w:trHeight w:val="680" w:hRule="atLeast"/>' : ''
}

function row(
  cells: readonly Run[][],
  widths: readonly number[],
  properties: string,
  shade?: string,
): string {
  const fill = shade ? `<w:shd w:val="clear" w:color="auto" w:fill="${shade}"/>` : ''
  const written = cells.map(
    (cell, index) =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/>${fill}</w:tcPr>${paragraph(cell, '<w:spacing w:before="40" w:after="40" w:line="300" w:lineRule="auto"/>')}</w:tc>`,
  )
  return `<w:tr><w:trPr>${properties}</w:trPr>${written.join('')}</w:tr>`
}

/** Shares of a column by its longest cell, and of all that are left for a hand to fill in. */
const [least, most, forHand] = [5, 24, 36]

/** Columns share the width by their longest cell; those to be filled in share what writing needs. */
function columnWidths(head: readonly Run[][], rows: readonly (readonly Run[][])[]): number[] {
  const texts = head.map((_, index) => rows.map((cells) => textOf(cells[index] ?? [])))
  const blank = texts.map((column) => column.every((text) => text === ''))
  const each = Math.max(8, forHand / Math.max(1, blank.filter(Boolean).length))
  const shares = head.map((cell, index) => {
    const longest = Math.max(
      textOf(cell).length,
      ...(texts[index] ?? []).map(({ length }) => length),
    )
    return blank[index] ? each : Math.min(most, Math.max(least, longest))
  })
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => Math.floor((textWidth * share) / total))
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}

const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const core = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${type === 'core' ? core : `${officeRelations}/${type}`}" Target="${target}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const contentTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${wordType}.numbering+xml"/><Override PartName="/word/footer1.xml" ContentType="${wordType}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
