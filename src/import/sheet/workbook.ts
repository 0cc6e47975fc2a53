import { formatValue, isDateFormat, readXlsx, serialToDate } from 'hucre'
import type { Cell, CellValue, Sheet } from 'hucre'
import { relationshipsOf, unpack, xmlPart } from '../../documents/archive.ts'
import type { Archive } from '../../documents/archive.ts'
import { descendants } from '../../documents/tree.ts'
import type { ImportFinding } from '../blocks.ts'
import { blank, limits, trimmed } from './grid.ts'
import type { Grid, GridCell, Workbook } from './grid.ts'

const again = '请用 Excel 或 WPS 打开，另存为新的 .xlsx 再导入。'

/** Read a spreadsheet of Excel or WPS. Its parts are measured before anything is unpacked. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook | { fault: string }> {
  const archive = unpack(bytes)
  if ('fault' in archive) return { fault: `表格文件损坏，解不开：${again}` }
  if (archive.oversized.length > 0) return { fault: `表格展开以后太大，没有读：${again}` }
  try {
    const others = sheetsWithoutCells(archive)
    const { sheets } = await readXlsx(bytes, {
      readStyles: true,
      sheets: ({ name }) => !others.includes(name),
    })
    return workbookOf(sheets, others)
  } catch {
    // The library throws for whatever is wrong inside the file.
    return { fault: `表格文件读不懂，可能损坏了：${again}` }
  }
}

/** Sheets that are a chart, a dialogue or macros, by their names: the library stops at them. */
function sheetsWithoutCells(archive: Archive): string[] {
  const main = [...relationshipsOf(archive, '').values()].find(
    ({ type }) => type === 'officeDocument',
  )
  const part = main?.target ?? 'xl/workbook.xml'
  const relations = relationshipsOf(archive, part)
  return [...descendants(xmlPart(archive, part))].flatMap(({ name, attributes }) => {
    const type = relations.get(attributes['r:id'] ?? '')?.type ?? 'worksheet'
    return /(^|:)sheet$/.test(name) && type !== 'worksheet' ? [attributes.name ?? ''] : []
  })
}

function workbookOf(sheets: readonly Sheet[], others: readonly string[]): Workbook {
  const reading = new WorkbookReading()
  for (const name of others) reading.leave(name)
  const seen = sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden)
  for (const sheet of sheets) if (!seen.includes(sheet)) reading.hideSheet(sheet)
  const grids = seen.map((sheet) => trimmed(reading.grid(sheet)))
  const filled = grids.filter(({ rows }) => rows.length > 0)
  return {
    grids: filled.slice(0, limits.sheets),
    findings: reading.findings(filled.slice(limits.sheets)),
  }
}

/** Gathers what a workbook holds besides the cells that are seen. */
class WorkbookReading {
  readonly #lost: [string, string[]][] = []
  readonly #counts = { merged: 0, formulas: 0, rounded: 0 }

  leave(name: string): void {
    this.#tell(
      `“${name}”是图表、对话框或宏，不是数据表，没有放进草稿：要图表的，加上 --as chart，照数字画一张。`,
    )
  }

  hideSheet(sheet: Sheet): void {
    this.#tell(`隐藏的工作表“${sheet.name}”没有放进草稿。`, sheet.rows.flat().map(plain))
  }

  grid(sheet: Sheet): Grid {
    const hiddenRows = new Set(
      [...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? [row] : [])),
    )
    const hiddenColumns = new Set(
      (sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden ? [column] : [])),
    )
    const hidden: string[] = []
    const rows = sheet.rows.map((row, at) =>
      row.map((value, column): GridCell => {
        const cell = this.#cell(value, sheet.cells?.get(`${at},${column}`))
        if (!hiddenRows.has(at) && !hiddenColumns.has(column)) return cell
        if (cell.text !== '') hidden.push(cell.text)
        return blank
      }),
    )
    const { name } = sheet
    if (hidden.length > 0)
      this.#tell(`“${name}”里隐藏的行和列，共${hidden.length}个格子，没有放进草稿。`, hidden)
    this.#beside(sheet)
    this.#counts.merged += sheet.merges?.length ?? 0
    return { name, rows, covered: coveredBy(sheet) }
  }

  #cell(value: CellValue, cell: Cell | undefined): GridCell {
    const format = cell?.style?.numFmt ?? 'General'
    // A formula whose result is a text has it as its value alone.
    const shown = cell?.formulaResult ?? value
    if (cell?.formula !== undefined && (shown === null || shown === '')) this.#counts.formulas += 1
    if (typeof shown === 'number') {
      if (isDateFormat(format)) return dayCell(serialToDate(shown), format)
      const text = clean(format === 'General' ? rounded(shown) : formatValue(shown, format))
      const read = Number(text.replace(/[,%\s]/g, '')) / (text.includes('%') ? 100 : 1)
      if (Number.isFinite(read) && Math.abs(read - shown) > Math.abs(shown) * 1e-9)
        this.#counts.rounded += 1
      return { text, isNumber: true }
    }
    if (shown instanceof Date) return dayCell(shown, format)
    return { text: plain(shown) }
  }

  /** What hangs on cells or floats above them. */
  #beside({ name, cells, textBoxes, charts, images }: Sheet): void {
    const comments = [...(cells?.values() ?? [])].flatMap(({ comment }) =>
      comment ? [comment.text] : [],
    )
    if (comments.length > 0)
      this.#tell(`“${name}”里的${comments.length}条批注没有放进草稿。`, comments)
    const boxes = (textBoxes ?? []).map(({ text }) => text)
    if (boxes.length > 0) this.#tell(`“${name}”里的${boxes.length}个文本框没有放进草稿。`, boxes)
    if (charts?.length)
      this.#tell(`“${name}”里的${charts.length}个图表没有放进草稿：加上 --as chart，照数字画一张。`)
    if (images?.length)
      this.#tell(`“${name}”里的${images.length}张图片没有放进草稿：另存出来，用 npm run picture。`)
  }

  #tell(message: string, texts: readonly string[] = []): void {
    this.#lost.push([message, texts.filter((text) => text !== '')])
  }

  findings(more: readonly Grid[]): ImportFinding[] {
    const { merged, formulas, rounded: cut } = this.#counts
    for (const { name } of more) this.#tell(`工作表太多，“${name}”没有读。`)
    const guessed = (count: number, message: string): ImportFinding[] =>
      count === 0 ? [] : [{ kind: 'guessed', message }]
    return [
      ...this.#lost.map(([message, texts]): ImportFinding =>
        texts.length > 0
          ? { kind: 'lost', message, text: texts.join('\n') }
          : { kind: 'lost', message },
      ),
      ...guessed(
        merged,
        `表格里有${merged}处合并的单元格，内容写在第一格，其余写成空格子，请核对。`,
      ),
      ...guessed(
        formulas,
        `${formulas}个公式没有存下结果，格子是空的：用 Excel 打开，存一次再导入。`,
      ),
      ...guessed(cut, `${cut}个数照表格里显示的写，比格子里存的少几位小数。`),
    ]
  }
}

function coveredBy({ merges = [], rows }: Sheet): Map<string, [number, number]> {
  const covered = new Map<string, [number, number]>()
  const columns = Math.max(0, ...rows.map((row) => row.length))
  for (const { startRow, startCol, endRow, endCol } of merges)
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row++)
      for (let column = startCol; column <= Math.min(endCol, columns); column++)
        if (row !== startRow || column !== startCol)
          covered.set(`${row},${column}`, [startRow, startCol])
  return covered
}

/** Days are kept without a zone; a format with hours shows them. */
function dayCell(date: Date, format: string): GridCell {
  if (Number.isNaN(date.getTime())) return blank
  const day = date.toISOString().slice(0, 10)
  const usual = format === 'General' || /^m\/d\/yy|^mm-dd-yy|^\[\$-/i.test(format)
  return { text: usual ? day : clean(formatValue(date, format)), day }
}

/** Reckoning leaves digits that nobody typed: 0.1 + 0.2. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(12)))
}

function plain(value: CellValue): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return value === null || value === undefined ? '' : clean(String(value))
}

function clean(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
}
