/** A run of text with its marks, a picture, a note's mark, or a line break. */
export type Inline =
  | {
      kind: 'text'
      text: string
      bold?: boolean
      italic?: boolean
      strike?: boolean
      link?: string
    }
  | { kind: 'picture'; picture: number }
  | { kind: 'note'; note: string }
  | { kind: 'break' }

export interface Paragraph {
  kind: 'paragraph'
  inlines: Inline[]
  /** Outline level of its style, 1 to 9; 0 for a title. */
  level?: number
  /** Automatic number or bullet in front of it. */
  label?: Label
  /** Set in the middle of the line. */
  centred?: boolean
}

export interface Label {
  /** As the page shows it: `一、`, `(3)`, `•`. */
  text: string
  bullet: boolean
  /** Depth in its list, from 0. */
  depth: number
  value: number
}

export interface Table {
  kind: 'table'
  rows: Block[][][]
}

export interface Code {
  kind: 'code'
  text: string
}

export type Block = Paragraph | Table | Code

/** A picture taken out of a file, or what is known of one that could not be. */
export interface Picture {
  bytes?: Uint8Array
  /** Where a picture that is not in the file is said to be. */
  address?: string
  alt: string
  /** Name inside the file, for the report. */
  name: string
}

/** What reading a file of any kind gives: blocks in order, and everything beside them. */
export interface ReadDocument {
  blocks: Block[]
  notes: Map<string, Block[]>
  pictures: Picture[]
  /** What was left out, changed or guessed while reading, in order. */
  findings: ImportFinding[]
  /** Every paragraph of text that stands in the file, as it stands there. */
  census: string[]
  /** What the file says of itself. */
  meta: Partial<Record<'title' | 'publisher' | 'published' | 'url' | 'author' | 'editor', string>>
}

/** `lost` is not in the draft, `guessed` may be wrong, `decide` needs an editor, `mended` was changed. */
export interface ImportFinding {
  kind: 'lost' | 'guessed' | 'decide' | 'mended'
  message: string
  /** The text it is about, whole. */
  text?: string
}

/** Plain text of inlines, breaks as line feeds. */
export function plainOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'break' ? '\n' : ''))
    .join('')
}

/** Plain text of blocks, a paragraph a line. */
export function plainOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'table')
        return block.rows.flatMap((row) => row.map(plainOfBlocks)).join('\n')
      return block.kind === 'code' ? block.text : plainOf(block.inlines)
    })
    .join('\n')
}
