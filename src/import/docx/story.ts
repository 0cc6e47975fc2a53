import type { ImportFinding, Picture } from '../blocks.ts'
import { relationshipsOf, xmlPart } from '../../documents/archive.ts'
import type { Archive, Relationship } from '../../documents/archive.ts'
import { Numberings } from './numbering.ts'
import { readStyles } from './styles.ts'
import type { Styles } from './styles.ts'

/** A field being read: its code, then its result. */
interface Field {
  code: string
  inResult: boolean
}

/** What all parts of one document share while they are read. */
export class Reading {
  readonly archive: Archive
  readonly styles: Styles
  readonly numberings: Numberings
  readonly pictures: Picture[] = []
  readonly findings: ImportFinding[] = []
  /** Texts of tables of contents and of fields without a result to keep. */
  readonly contents: string[] = []
  /** Marks of notes in the order in which the text has them. */
  readonly noteMarks: string[] = []
  readonly counts = { inserted: 0, equations: 0, inside: 0 }
  /** Cells that span columns or rows, each in words. */
  readonly merges: string[] = []
  /** Parts of pictures that were met, shown or not. */
  readonly pictureParts = new Set<string>()
  readonly #gathered = new Map<string, { kind: ImportFinding['kind']; texts: string[] }>()

  constructor(archive: Archive, folder: string) {
    this.archive = archive
    this.styles = readStyles(xmlPart(archive, `${folder}styles.xml`))
    this.numberings = new Numberings(xmlPart(archive, `${folder}numbering.xml`))
  }

  #paragraph = 0
  #lastFound = 0

  /** Pieces of one paragraph that are found for one reason are told together. */
  nextParagraph(): void {
    this.#paragraph += 1
  }

  /** Remember a change of many small pieces, which is told once for the whole document. */
  gather(kind: ImportFinding['kind'], message: string, text: string): void {
    const gathered = this.#gathered.get(message) ?? { kind, texts: [] }
    this.#gathered.set(message, gathered)
    if (text.trim() !== '') gathered.texts.push(text.trim())
  }

  /** What was gathered, a finding a kind of change; the texts stand in the draft as well. */
  gathered(): ImportFinding[] {
    return [...this.#gathered].map(([message, { kind, texts }]) => ({
      kind,
      message,
      text: texts.join('\n'),
      repeats: true,
    }))
  }

  find(kind: ImportFinding['kind'], message: string, text?: string): void {
    const last = this.findings.at(-1)
    const goesOn = last?.message === message && this.#lastFound === this.#paragraph
    if (text !== undefined && text.trim() === '' && !goesOn) return
    if (goesOn && last.text !== undefined && text !== undefined) last.text += text
    else this.findings.push({ kind, message, ...(text === undefined ? {} : { text }) })
    this.#lastFound = this.#paragraph
  }
}

/** One part with text: the document itself, its notes, its comments. */
export class Story {
  readonly reading: Reading
  readonly relations: ReadonlyMap<string, Relationship>
  readonly fields: Field[] = []
  /** What of the document this is, when its pictures are not the text's: `页眉`. */
  readonly place: string | undefined

  constructor(reading: Reading, part: string, place?: string) {
    this.reading = reading
    this.place = place
    this.relations = relationshipsOf(reading.archive, part)
  }

  /** The code of the innermost field whose result is being read. */
  fieldCode(): string {
    return this.fields.findLast(({ inResult }) => inResult)?.code ?? ''
  }

  /** A field's code ends with its paragraph: one that was never closed does not swallow the rest. */
  endParagraph(): void {
    while (this.fields.at(-1)?.inResult === false) this.fields.pop()
  }

  /** Whether the text belongs to a table of contents or an index that Word made. */
  isGenerated(): boolean {
    return this.fields.some(({ code, inResult }) => inResult && /^\s*(TOC|INDEX|TOA)\b/i.test(code))
  }

  /** Whether what stands here is the code of a field and not text. */
  inCode(): boolean {
    return this.fields.some(({ inResult }) => !inResult)
  }
}
