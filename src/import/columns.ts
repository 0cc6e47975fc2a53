import type { Block, ImportFinding, Inline, Paragraph } from './blocks.ts'
import { plainOf } from './blocks.ts'

const longestCell = 40

/**
 * Columns that were made with tabs: lines one after another with as many of them become a table, and a
 * line alone keeps its parts apart by a bar. Blanks in front of a line, behind it and behind its
 * number are no columns.
 */
export function readColumns(blocks: readonly Block[]): {
  blocks: Block[]
  findings: ImportFinding[]
} {
  const findings: ImportFinding[] = []
  const result: Block[] = []
  for (let at = 0; at < blocks.length;) {
    const rows = rowsFrom(blocks, at)
    if (rows.length > 1) {
      result.push({ kind: 'table', rows: rows.map((row) => row.cells.map(cellOf)) })
      findings.push({
        kind: 'guessed',
        message: '用制表符或空格排成的几列，写成了表格，请核对第一行是不是表头。',
        text: rows.map(({ text }) => text).join('\n'),
        repeats: true,
      })
      at += rows.length
    } else {
      const [block] = blocks.slice(at, at + 1)
      if (block) result.push(barred(block, findings))
      at += 1
    }
  }
  return { blocks: result, findings }
}

interface Row {
  cells: Inline[][]
  text: string
}

/** Lines from here on that have the same number of columns, at least two. */
function rowsFrom(blocks: readonly Block[], start: number): Row[] {
  const rows: Row[] = []
  for (let at = start; at < blocks.length; at++) {
    const block = blocks[at]
    const row =
      block?.kind === 'paragraph' && !block.label && !block.level ? rowOf(block) : undefined
    if (!row || row.cells.length < 2) break
    if (rows[0] && rows[0].cells.length !== row.cells.length) break
    rows.push(row)
  }
  const isTable = rows.every(({ cells }) =>
    cells.every((cell) => plainOf(cell).length <= longestCell),
  )
  return isTable ? rows : []
}

function rowOf({ inlines }: Paragraph): Row | undefined {
  const text = plainOf(inlines)
  if (text.includes('\n')) return undefined
  const tabbed = split(inlines, /\t+/g)
  const cells = tabbed.length > 1 ? tabbed : split(inlines, /[ \u3000]{4,}|\u3000{3,}/g)
  // Two words set apart by blanks are a signature or a name with its post rather than a table.
  return tabbed.length > 1 || cells.length > 2 ? { cells, text: text.trim() } : undefined
}

/** Inlines cut wherever a gap of their text is; what is empty at both ends is no cell. */
function split(inlines: readonly Inline[], gap: RegExp): Inline[][] {
  const cells: Inline[][] = [[]]
  for (const one of inlines) {
    if (one.kind !== 'text') {
      cells.at(-1)?.push(one)
      continue
    }
    one.text.split(gap).forEach((text, index) => {
      if (index > 0) cells.push([])
      if (text !== '') cells.at(-1)?.push({ ...one, text })
    })
  }
  const isEmpty = (cell: readonly Inline[]) =>
    cell.every((one) => one.kind === 'text' && one.text.trim() === '')
  const first = cells.findIndex((cell) => !isEmpty(cell))
  const last = cells.findLastIndex((cell) => !isEmpty(cell))
  return withoutNumber(cells.slice(Math.max(first, 0), last + 1))
}

/** A number typed in front of a line is set off with a tab: `1.\t文字`. */
function withoutNumber(cells: Inline[][]): Inline[][] {
  const [first, second, ...rest] = cells
  const number = first ? plainOf(first).trim() : ''
  const isNumber =
    /^(?:[（(]?[\d一二三四五六七八九十百]{1,4}[)）、.．]+|第[\d一二三四五六七八九十百]{1,4}[章节条]|[①-⑳•·●○◆■□▪-])$/
  if (!first || !second || !isNumber.test(number)) return cells
  return [[...first, { kind: 'text', text: ' ' }, ...second], ...rest]
}

function cellOf(inlines: Inline[]): Block[] {
  return inlines.length > 0 ? [{ kind: 'paragraph', inlines }] : []
}

/** A line with tabs that is no row of a table, its parts set apart by bars. */
function barred(block: Block, findings: ImportFinding[]): Block {
  if (block.kind !== 'paragraph' || !plainOf(block.inlines).includes('\t')) return block
  const cells = split(block.inlines, /\t+/g)
  if (cells.length > 1)
    findings.push({
      kind: 'guessed',
      message: '一行里用制表符隔开的几项，用“｜”隔开了，请核对。',
      text: plainOf(block.inlines).trim(),
      repeats: true,
    })
  const inlines = cells.flatMap((cell, index): Inline[] =>
    index === 0 ? cell : [{ kind: 'text', text: '｜' }, ...cell],
  )
  return { ...block, inlines }
}
