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
  /** Something stood here that the text leaves out: letters on its two sides were not neighbours. */
  | { kind: 'seam' }

export interface Paragraph {
  kind: 'paragraph'
  inlines: Inline[]
  /** Outline level of its style, 1 to 9; 0 for a title. */
  level?: number
  /** Automatic number or bullet in front of it. */
  label?: Label
  /** Somebody else's words, set apart. */
  quote?: boolean
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

/** How a document shows a picture: what it cuts off, then how it turns and mirrors the rest. */
export interface PictureView {
  /** Shares of width and height that are cut off at each side, 0 to 1. */
  crop?: { left: number; top: number; right: number; bottom: number }
  /** Degrees clockwise, 0 to 360. */
  turn?: number
  mirrored?: boolean
  upsideDown?: boolean
  /** Why what is shown cannot be drawn here: a shape or an effect that hides a part of it. */
  hidden?: string
}

/** A picture taken out of a file, or what is known of one that could not be. */
export interface Picture {
  bytes?: Uint8Array
  /** How it is shown, where it is not shown as it is. */
  view?: PictureView
  /** What was done to draw its view, in words. */
  changed?: string
  /** Why it is not written, in a sentence: its view could not be drawn. */
  refused?: string
  /** Where it stands, when that is not in the text: `页眉`. */
  place?: string
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
  /** Every paragraph of text that stands in the file, as it stands there: whole, or as its runs. */
  census: CensusEntry[]
  /** Its title, where the file states it in a place of its own and no guess is needed. */
  title?: string
  /** What the file says of itself. */
  meta: Partial<Record<'title' | 'publisher' | 'published' | 'url' | 'author' | 'editor', string>>
}

export type CensusEntry = string | readonly string[]

/** `lost` is not in the draft, `guessed` may be wrong, `decide` needs an editor, `mended` was changed. */
export interface ImportFinding {
  kind: 'lost' | 'guessed' | 'decide' | 'mended'
  message: string
  /** The text it is about, whole. */
  text?: string
  /** The text stands in the draft as well, so that it is no proof that nothing is lost. */
  repeats?: true
}

type TextOf = (inlines: readonly Inline[]) => string

/** Plain text of inlines, struck text too; breaks as line feeds. */
export const plainOf: TextOf = (inlines) =>
  inlines
    .map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'break' ? '\n' : ''))
    .join('')

/** Plain text without what its author has struck out. */
export const validText: TextOf = (inlines) => plainOf(inlines.filter((one) => !isStruck(one)))

/** Stands where text was left out; see `figureText`. */
export const seam = '\u2060'

/** Text for reading figures: whatever parts two digits that would seem neighbours is a seam. */
export const figureText: TextOf = (inlines) =>
  inlines
    .map((one) => (one.kind === 'break' ? '\n' : one.kind === 'text' ? unstruck(one) : seam))
    .join('')

function isStruck(inline: Inline): boolean {
  return inline.kind === 'text' && inline.strike === true
}

function unstruck(one: Extract<Inline, { kind: 'text' }>): string {
  return one.strike ? seam : one.text.replaceAll(seam, '')
}

/** Text of blocks, a paragraph a line. */
export function plainOfBlocks(blocks: readonly Block[], textOf: TextOf = plainOf): string {
  return blocks
    .map((block) => {
      if (block.kind === 'table')
        return block.rows
          .flatMap((row) => row.map((cell) => plainOfBlocks(cell, textOf)))
          .join('\n')
      return block.kind === 'code' ? block.text : textOf(block.inlines)
    })
    .join('\n')
}
