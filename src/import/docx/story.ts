import type { Block, ImportFinding, Picture } from '../blocks.ts'
import type { Element } from '../../documents/tree.ts'
import { childrenOf, textOf, within } from '../../documents/tree.ts'
import { relationshipsOf, xmlPart } from '../../documents/archive.ts'
import type { Archive, Relationship } from '../../documents/archive.ts'
import { Numberings } from './numbering.ts'
import { readStyles } from './styles.ts'
import type { Styles } from './styles.ts'

/** A field being read: its code, then its result. */
export interface Field {
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
  readonly counts = { inserted: 0, merged: 0, nested: 0, equations: 0 }

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

  constructor(reading: Reading, part: string) {
    this.reading = reading
    this.relations = relationshipsOf(reading.archive, part)
  }

  /** The link of the innermost hyperlink field whose result is being read. */
  fieldLink(): string | undefined {
    const code = this.fields.findLast(({ inResult }) => inResult)?.code ?? ''
    return /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1]
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

/** Blocks of a text box, found while a paragraph was read; they follow it. */
export interface Aside {
  blocks: Block[]
}

/** Text of a drawing's chart or diagram, a part of its own. */
export function drawnText(reading: Reading, part: string): string {
  const root = xmlPart(reading.archive, part)
  return root ? paragraphsOf(root) : ''
}

/** Texts of shapes, charts and diagrams below an element, a line each, every one once. */
export function paragraphsOf(root: Element): string {
  const paragraphs: string[] = []
  const visit = (element: Element): void => {
    if (element.name === 'a:p' || element.name === 'c:pt' || element.name === 'c:v') {
      const text = textOf(element).trim()
      if (text) paragraphs.push(text)
      return
    }
    for (const child of element.children) if (typeof child === 'object') visit(child)
  }
  visit(root)
  return [...new Set(paragraphs)].join('\n')
}

/** An equation in one line: fractions with a slash, powers with a caret. */
export function linear(element: Element): string {
  const part = (name: string) => {
    const found = element.children.find((node) => typeof node === 'object' && node.name === name)
    return typeof found === 'object' ? linear(found) : ''
  }
  const group = (text: string) => (text.length > 1 ? `(${text})` : text)
  switch (element.name) {
    case 'm:f':
      return `${group(part('m:num'))}/${group(part('m:den'))}`
    case 'm:sSup':
      return `${part('m:e')}^${group(part('m:sup'))}`
    case 'm:sSub':
      return `${part('m:e')}_${group(part('m:sub'))}`
    case 'm:sSubSup':
      return `${part('m:e')}_${group(part('m:sub'))}^${group(part('m:sup'))}`
    case 'm:rad':
      return `${part('m:deg')}√${group(part('m:e'))}`
    case 'm:d':
      return `(${childrenOf(element, 'm:e').map(linear).join(', ')})`
    case 'm:nary': {
      const sign = within(element, 'm:chr')?.attributes['m:val'] ?? '∫'
      return `${sign}_${group(part('m:sub'))}^${group(part('m:sup'))} ${part('m:e')}`
    }
    case 'm:t':
    case 'w:t':
      return textOf(element)
    default:
      return element.children
        .map((node) => (typeof node === 'object' && !/Pr$/.test(node.name) ? linear(node) : ''))
        .join('')
  }
}
