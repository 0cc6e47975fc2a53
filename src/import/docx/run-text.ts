import { plainOf } from '../blocks.ts'
import type { Inline } from '../blocks.ts'
import { raised } from '../raised.ts'
import type { FieldReader } from './field-reader.ts'
import { isSelfMade } from './fields.ts'
import type { RunFormat } from './run-format.ts'
import type { Story } from './story.ts'

/** What text takes from what it stands in. */
export interface Marks {
  link?: string
  hidden?: boolean
  /** What a box that is ticked shows, whatever sign its document has for it. */
  tick?: string
}

/** The look of text that has none of its own. */
export const plainLook: RunFormat = {
  marks: {},
  hidden: false,
  faint: false,
  highlighted: false,
  underlined: false,
}

/** Numbers of notes as people type them. */
const typedNote = /^\s*(?:[[〔【(（]\s*\d{1,3}\s*[\]〕】)）]|[①-⑳⑴-⒇]+|[*＊†‡§※]+|注\s*\d*)\s*$/u

/** Writes the text of a paragraph as inlines, and tells what its look says and the draft cannot show. */
export class RunText {
  readonly inlines: Inline[] = []
  /** What Word made by itself: a line of a table of contents. */
  generated = ''
  readonly #story: Story
  readonly #fields: FieldReader

  constructor(story: Story, fields: FieldReader) {
    this.#story = story
    this.#fields = fields
  }

  /** Put into the text, unless it is a field's code or a part of a table of contents. */
  push(inline: Inline): void {
    if (!this.#story.inCode() && !this.#story.isGenerated()) this.inlines.push(inline)
  }

  /** Put between two seams: its neighbours are not its own. */
  pushApart(inline: Inline): void {
    this.push({ kind: 'seam' })
    this.push(inline)
    this.push({ kind: 'seam' })
  }

  note(note: string): void {
    if (this.#story.inCode() || this.#story.isGenerated()) return
    this.#story.reading.noteMarks.push(note)
    this.push({ kind: 'note', note })
  }

  write(text: string, look: RunFormat, marks: Marks): void {
    if (text === '' || this.#story.inCode()) return
    if (marks.hidden) return this.#hidden(text)
    if (this.#story.isGenerated()) return void (this.generated += text)
    const shown = look.underlined && /^[ \u00a0\u3000]{2,}$/.test(text) ? '____' : text
    const link = marks.link ?? this.#fields.link()
    const marked = { kind: 'text' as const, ...look.marks, ...(link ? { link } : {}) }
    this.#tell(text, look)
    if (look.raised === undefined) return this.push({ ...marked, text: shown })
    if (typedNote.test(shown)) return this.pushApart({ ...marked, text: shown })
    this.push({ ...marked, text: raised(shown, look.raised) })
  }

  #hidden(text: string): void {
    this.push({ kind: 'seam' })
    this.#story.reading.find('lost', '隐藏的文字，没有放进草稿。', text)
  }

  /** Name what a look says and the draft cannot show. */
  #tell(text: string, look: RunFormat): void {
    const { reading } = this.#story
    if (text.trim() === '') return
    const before = plainOf(this.inlines).slice(-8)
    if (look.faint) {
      this.push({ kind: 'seam' })
      reading.gather('decide', '白色或极小的字，原文里可能看不见，放进了草稿，请核对要不要。', text)
    }
    if (look.highlighted) reading.gather('decide', '这些字标了底色，请看看是不是待核实的。', text)
    if (isSelfMade(this.#story.fieldCode()))
      reading.gather('decide', '这些日期是 Word 打开文件时自动换成当天的，请核对是哪一天。', text)
    if (look.raised !== undefined) this.#tellRaised(before, text, look.raised)
  }

  #tellRaised(before: string, text: string, place: NonNullable<RunFormat['raised']>): void {
    const isNote = typedNote.test(text)
    const where = place === 'above' ? '上标' : '下标'
    const message = isNote
      ? `打字写的注释编号（${where}）照样放进了草稿，可以改成脚注。`
      : `${where}写成了 ² ₂ 这样的字，没有这种字的写成 ^（……）或 _（……），请核对。`
    this.#story.reading.gather('guessed', message, before + (isNote ? text : raised(text, place)))
  }
}
