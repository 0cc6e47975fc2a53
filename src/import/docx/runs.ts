import { hex } from 'dingbat-to-unicode'
import type { Block, Inline } from '../blocks.ts'
import { childOf, descendants, isElement, textOf, within } from '../../documents/tree.ts'
import type { Element, Node } from '../../documents/tree.ts'
import { collectDrawing } from './drawings.ts'
import type { Story } from './story.ts'
import { linear } from './story.ts'
import { isOn, styleOf, valueOf } from './styles.ts'

/** Marks that text takes from what it stands in. */
interface Marks {
  link?: string
  hidden?: boolean
}

/** What reading a paragraph's content gives. */
export interface Runs {
  inlines: Inline[]
  /** Text boxes that hang on the paragraph. */
  asides: Block[]
  /** What Word made by itself: a line of a table of contents. */
  generated: string
}

type ReadBlocks = (element: Element) => Block[]

/** Read the content of a paragraph; `readBlocks` reads the text boxes in it. */
export function readRuns(paragraph: Element, story: Story, readBlocks: ReadBlocks): Runs {
  const runs: Runs = { inlines: [], asides: [], generated: '' }
  const reader = new RunReader(story, runs, readBlocks)
  reader.all(paragraph.children, {})
  return runs
}

class RunReader {
  readonly #story: Story
  readonly #runs: Runs
  readonly #readBlocks: ReadBlocks

  constructor(story: Story, runs: Runs, readBlocks: ReadBlocks) {
    this.#story = story
    this.#runs = runs
    this.#readBlocks = readBlocks
  }

  all(nodes: readonly Node[], marks: Marks): void {
    for (const node of nodes) if (typeof node === 'object') this.#one(node, marks)
  }

  #one(element: Element, marks: Marks): void {
    const { reading } = this.#story
    switch (element.name) {
      case 'w:r':
        return this.#run(element, marks)
      case 'w:hyperlink':
        return this.all(element.children, { ...marks, ...this.#linkOf(element) })
      case 'w:ins':
      case 'w:moveTo':
        reading.counts.inserted += 1
        return this.all(element.children, marks)
      case 'w:del':
      case 'w:moveFrom':
        return reading.find('lost', '修订里标为删除的文字，没有放进草稿。', deletedText(element))
      case 'w:fldSimple':
        return this.#simpleField(element, marks)
      case 'm:oMath':
      case 'm:oMathPara':
        reading.counts.equations += 1
        return this.#text(linear(element), {}, marks)
      case 'mc:AlternateContent':
        return this.all(chosen(element), marks)
      case 'w:pPr':
      case 'w:rPr':
      case 'w:sdtPr':
      case 'w:sdtEndPr':
        return undefined
      default:
        return this.all(element.children, marks)
    }
  }

  #run(run: Element, marks: Marks): void {
    const { reading } = this.#story
    const properties = childOf(run, 'w:rPr')
    const style = styleOf(reading.styles, valueOf(properties, 'w:rStyle'))
    const vanish = childOf(properties, 'w:vanish')
    const hidden = vanish ? isOn(vanish) : (style?.hidden ?? false)
    const look = {
      ...(isOn(childOf(properties, 'w:b')) ? { bold: true } : {}),
      ...(isOn(childOf(properties, 'w:i')) ? { italic: true } : {}),
      ...(isOn(childOf(properties, 'w:strike')) ? { strike: true } : {}),
    }
    for (const node of run.children)
      if (typeof node === 'object') this.#inRun(node, look, hidden ? { ...marks, hidden } : marks)
  }

  #inRun(element: Element, look: Partial<Inline>, marks: Marks): void {
    switch (element.name) {
      case 'w:t':
        return this.#text(textOf(element), look, marks)
      case 'w:tab':
      case 'w:ptab':
        return this.#text('\t', look, marks)
      case 'w:br':
      case 'w:cr':
        if (!this.#isText()) return undefined
        return void this.#runs.inlines.push({ kind: 'break' })
      case 'w:noBreakHyphen':
        return this.#text('-', look, marks)
      case 'w:sym':
        return this.#text(symbol(element), look, marks)
      case 'w:fldChar':
        return this.#fieldMark(element, look, marks)
      case 'w:instrText': {
        const field = this.#story.fields.at(-1)
        if (field && !field.inResult) field.code += textOf(element)
        return undefined
      }
      case 'w:footnoteReference':
        return this.#note(`footnote-${element.attributes['w:id'] ?? ''}`)
      case 'w:endnoteReference':
        return this.#note(`endnote-${element.attributes['w:id'] ?? ''}`)
      case 'w:ruby':
        this.#text(textIn(childOf(element, 'w:rubyBase')), look, marks)
        return this.#text(`（${textIn(childOf(element, 'w:rt'))}）`, look, marks)
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#drawing(element)
      case 'mc:AlternateContent':
        for (const node of chosen(element))
          if (typeof node === 'object') this.#inRun(node, look, marks)
        return undefined
      case 'w:delText':
        return this.#story.reading.find(
          'lost',
          '修订里标为删除的文字，没有放进草稿。',
          textOf(element),
        )
      case 'm:oMath':
        return this.#one(element, marks)
      default:
        return undefined
    }
  }

  #isText(): boolean {
    return !this.#story.inCode() && !this.#story.isGenerated()
  }

  #text(text: string, look: Partial<Inline>, { link, hidden }: Marks): void {
    const { reading } = this.#story
    if (text === '' || this.#story.inCode()) return
    if (hidden) return reading.find('lost', '隐藏的文字，没有放进草稿。', text)
    if (this.#story.isGenerated()) return void (this.#runs.generated += text)
    const target = link ?? this.#story.fieldLink()
    const marked = { kind: 'text' as const, text, ...(target ? { link: target } : {}) }
    this.#runs.inlines.push({ ...look, ...marked })
  }

  #note(note: string): void {
    if (!this.#isText()) return
    this.#story.reading.noteMarks.push(note)
    this.#runs.inlines.push({ kind: 'note', note })
  }

  #drawing(element: Element): void {
    const { pictures, boxes } = collectDrawing(element, this.#story)
    for (const picture of pictures) this.#runs.inlines.push({ kind: 'picture', picture })
    for (const box of boxes) this.#runs.asides.push(...this.#readBlocks(box))
  }

  #fieldMark(element: Element, look: Partial<Inline>, marks: Marks): void {
    const { fields } = this.#story
    const type = element.attributes['w:fldCharType']
    if (type === 'begin') {
      fields.push({ code: '', inResult: false })
      const box = within(element, 'w:checkBox')
      const ticked = isOn(childOf(box, 'w:checked')) || isOn(childOf(box, 'w:default'))
      if (box) fields.pop()
      if (box) this.#text(ticked ? '☑' : '☐', look, marks)
      if (box) fields.push({ code: '', inResult: false })
    } else if (type === 'separate') {
      const field = fields.at(-1)
      if (field) field.inResult = true
    } else if (type === 'end') fields.pop()
  }

  #simpleField(element: Element, marks: Marks): void {
    this.#story.fields.push({ code: element.attributes['w:instr'] ?? '', inResult: true })
    this.all(element.children, marks)
    this.#story.fields.pop()
  }

  #linkOf(element: Element): Marks {
    const relation = this.#story.relations.get(element.attributes['r:id'] ?? '')
    return relation?.external ? { link: relation.target } : {}
  }
}

/** Of what a file offers for newer and older programs, the newer, unless only the older has text or a picture. */
export function chosen(element: Element): readonly Node[] {
  const holds = (option: Element | undefined) =>
    [...descendants(option)].some(({ name }) =>
      /^(w:t|w:txbxContent|a:blip|v:imagedata|c:chart|dgm:relIds|w:p)$/.test(name),
    )
  const options = element.children.filter((node): node is Element => isElement(node))
  return (options.find(holds) ?? options[0])?.children ?? []
}

/** A character of a symbol font in Unicode, where there is one. */
function symbol(element: Element): string {
  const font = element.attributes['w:font'] ?? ''
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16)
  if (!Number.isFinite(code)) return ''
  // Symbol fonts are moved to the private use area by adding F000.
  const found = hex(font, (code & 0xff).toString(16).toUpperCase())
  return found?.string ?? (code >= 0xe000 && code <= 0xf8ff ? '□' : String.fromCodePoint(code))
}

function textIn(element: Element | undefined): string {
  return [...descendants(element)]
    .filter(({ name }) => name === 'w:t')
    .map(textOf)
    .join('')
}

/** Text of a deletion: `w:delText`, or `w:t` of a move. */
function deletedText(element: Element): string {
  return [...descendants(element)]
    .filter(({ name }) => name === 'w:delText' || name === 'w:t')
    .map(textOf)
    .join('')
}
