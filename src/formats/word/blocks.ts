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

/** What a document is made of, from top to bottom; `note` is set apart by a line at its side. */
export type WordBlock =
  | { kind: 'heading'; level: 1 | 2; runs: Run[] }
  | { kind: 'paragraph'; runs: Run[]; place?: ListPlace; note?: true }
  | { kind: 'table'; head: Run[][]; rows: Run[][][] }
