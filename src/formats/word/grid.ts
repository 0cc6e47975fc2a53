import { millimetre, paragraph } from './marks.ts'
import type { GridBlock, GridCell } from './blocks.ts'

/** A form: cells of given widths, some over several columns, with lines to write on where nothing stands. */
export function grid({ widths, rows }: GridBlock): string {
  const twips = widths.map(millimetre)
  const columns = twips.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const lines = sides.map((side) => `<w:${side} w:val="single" w:sz="4"/>`).join('')
  const written = rows.map(({ cells, height, isHead }) => {
    const head = isHead ? '<w:tblHeader/>' : ''
    const tall = height ? `<w:trHeight w:val="${millimetre(height)}" w:hRule="atLeast"/>` : ''
    return `<w:tr><w:trPr><w:cantSplit/>${tall}${head}</w:trPr>${cellsOf(cells, twips)}</w:tr>`
  })
  const total = twips.reduce((sum, width) => sum + width, 0)
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${lines}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${written.join('')}</w:tbl>`
}

function cellsOf(cells: readonly GridCell[], twips: readonly number[]): string {
  let column = 0
  return cells
    .map((cell) => {
      const { span = 1 } = cell
      const width = twips.slice(column, column + span).reduce((sum, one) => sum + one, 0)
      column += span
      const over = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
      return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${over}</w:tcPr>${cellLines(cell)}</w:tc>`
    })
    .join('')
}

function cellLines({ lines, isRight, isBold }: GridCell): string {
  const place = isRight ? '<w:jc w:val="right"/>' : ''
  const tight = '<w:spacing w:before="20" w:after="20" w:line="260" w:lineRule="auto"/>'
  const toWriteOn =
    '<w:pBdr><w:bottom w:val="dotted" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'
  const texts = lines.length > 0 ? lines : ['']
  return texts
    .map((text) => {
      const properties = `${text || texts.length === 1 ? '' : toWriteOn}${tight}${place}`
      return paragraph(text ? [{ text, ...(isBold ? { bold: true } : {}) }] : [], properties)
    })
    .join('')
}
