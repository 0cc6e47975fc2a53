import type { Block } from '../blocks.ts'
import { plainOfBlocks } from '../blocks.ts'
import { childOf } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'
import type { Story } from './story.ts'
import { isOn, valueOf } from './styles.ts'

type ReadBlocks = (element: Element, story: Story) => Block[]

/** Columns a table may have; Word itself allows 63. */
const mostColumns = 64

/** Read a table row by row; columns that a row leaves out, and cells that go on, are empty cells. */
export function readTable(element: Element, story: Story, readBlocks: ReadBlocks): Block[] {
  const rows = new TableReader(story, readBlocks).rows(element)
  return rows.length > 0 ? [{ kind: 'table', rows }] : []
}

class TableReader {
  readonly #story: Story
  readonly #readBlocks: ReadBlocks
  /** Cells that go on downwards, by the column they begin in: their words and their rows so far. */
  #running = new Map<number, { text: string; rows: number }>()

  constructor(story: Story, readBlocks: ReadBlocks) {
    this.#story = story
    this.#readBlocks = readBlocks
  }

  rows(table: Element): Block[][][] {
    const rows = innerOf(table, 'w:tr').flatMap((row) => this.#row(row))
    for (const column of [...this.#running.keys()]) this.#ends(column)
    return rows
  }

  #row(row: Element): Block[][][] {
    const properties = childOf(row, 'w:trPr')
    const cells = innerOf(row, 'w:tc')
    const left = childOf(properties, 'w:del')
      ? '修订里标为删除的表格行，没有放进草稿。'
      : isOn(childOf(properties, 'w:hidden'))
        ? '隐藏的表格行，没有放进草稿。'
        : undefined
    if (left !== undefined) {
      const blocks = cells.flatMap((cell) => this.#readBlocks(cell, this.#story))
      this.#story.reading.find('lost', left, plainOfBlocks(blocks))
      return []
    }
    const count = (name: string) =>
      Math.min(Number(valueOf(properties, name) ?? 0) || 0, mostColumns)
    const result = empty(count('w:gridBefore'))
    for (const cell of cells) result.push(...this.#cell(cell, result.length))
    return [[...result, ...empty(count('w:gridAfter'))]]
  }

  /** A cell, and empty ones for the columns it spans; a cell that continues the one above is empty. */
  #cell(cell: Element, column: number): Block[][] {
    const properties = childOf(cell, 'w:tcPr')
    const span = Math.min(Number(valueOf(properties, 'w:gridSpan') ?? 1) || 1, mostColumns)
    const merge = childOf(properties, 'w:vMerge')
    const continues = merge !== undefined && merge.attributes['w:val'] !== 'restart'
    const blocks = this.#readBlocks(cell, this.#story)
    const text = plainOfBlocks(blocks).replace(/\s+/g, ' ').trim()
    if (span > 1) this.#story.reading.merges.push(`“${text}”横跨${span}列`)
    const running = this.#running.get(column)
    if (continues && running) running.rows += 1
    else this.#ends(column)
    if (merge && !continues) this.#running.set(column, { text, rows: 1 })
    return [blocks, ...empty(span - 1)]
  }

  #ends(column: number): void {
    const found = this.#running.get(column)
    this.#running.delete(column)
    if (found && found.rows > 1)
      this.#story.reading.merges.push(`“${found.text}”竖跨${found.rows}行`)
  }
}

const empty = (count: number): Block[][] => Array.from({ length: count }, () => [])

/** Rows and cells may stand inside content controls and tracked changes. */
function innerOf(element: Element, name: string): Element[] {
  return element.children.flatMap((node) => {
    if (typeof node !== 'object' || /Pr$/.test(node.name)) return []
    if (node.name === name) return [node]
    return node.name === 'w:tbl' || node.name === 'w:p' ? [] : innerOf(node, name)
  })
}
