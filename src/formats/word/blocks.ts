/** A stretch of text in one hand. */
export interface Run {
  text: string
  bold?: true
}

/** The place of a paragraph in a list: `list` tells lists apart, so that each counts from its own start. */
export interface ListPlace {
  list: number
  level: number
  numbered: boolean
}

/**
 * What a document is made of, from top to bottom; `note` is set apart by a line at its side, `apart` by
 * room above it.
 */
export type WordBlock =
  | { kind: 'heading'; level: 1 | 2; runs: Run[] }
  | { kind: 'paragraph'; runs: Run[]; place?: ListPlace; note?: true; centred?: true; apart?: true }
  | { kind: 'table'; head: Run[][]; rows: Run[][][] }
  | GridBlock
  /** What follows, with its title, begins a page. */
  | { kind: 'page'; title: string }

/** A form of fixed columns; widths and heights in millimetres. */
export interface GridBlock {
  kind: 'grid'
  widths: readonly number[]
  rows: readonly { cells: readonly GridCell[]; height?: number; isHead?: true }[]
}

export interface GridCell {
  /** One paragraph each; an empty one among others is a line to write on. */
  lines: readonly string[]
  /** Columns it takes. */
  span?: number
  isBold?: true
  isRight?: true
}
