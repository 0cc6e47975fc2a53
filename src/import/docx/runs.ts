import type { Block, Inline } from '../blocks.ts'
import { plainOf } from '../blocks.ts'
import { childOf, descendants, textOf, within } from '../../documents/tree.ts'
import type { Element, Node } from '../../documents/tree.ts'
import { chosen } from './alternatives.ts'
import { collectDrawing, setAside } from './drawings.ts'
import { equationText } from './equations.ts'
import { FieldReader } from './field-reader.ts'
import { runFormatOf } from './run-format.ts'
import type { RunFormat } from './run-format.ts'
import { linkOf } from './hyperlinks.ts'
import { isPrompt, promptOf, tickOf } from './prompts.ts'
import { plainLook, RunText } from './run-text.ts'
import type { Marks } from './run-text.ts'
import type { Story } from './story.ts'
import type { Style } from './styles.ts'
import { symbol } from './symbols.ts'

/** What reading a paragraph's content gives. */
interface Runs {
  inlines: Inline[]
  /** Text boxes that hang on the paragraph. */
  asides: Block[]
  /** What Word made by itself: a line of a table of contents. */
  generated: string
}

interface RunContext {
  story: Story
  /** The paragraph's own style. */
  style: Style | undefined
  /** Reads the text boxes in it. */
  readBlocks: (element: Element) => Block[]
}

/** Read the content of a paragraph. */
export function readRuns(paragraph: Element, context: RunContext): Runs {
  const reader = new RunReader(context)
  reader.all(paragraph.children, {})
  context.story.endParagraph()
  return reader.runs
}

class RunReader {
  readonly #asides: Block[] = []
  readonly #text: RunText
  readonly #story: Story
  readonly #context: RunContext
  readonly #fields: FieldReader

  constructor(context: RunContext) {
    this.#context = context
    this.#story = context.story
    this.#fields = new FieldReader(context.story)
    this.#text = new RunText(context.story, this.#fields)
  }

  get runs(): Runs {
    const { inlines, generated } = this.#text
    return { inlines, asides: this.#asides, generated }
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
        return this.all(element.children, { ...marks, ...linkOf(element, this.#story) })
      case 'w:ins':
      case 'w:moveTo':
        reading.counts.inserted += 1
        return this.all(element.children, marks)
      case 'w:del':
      case 'w:moveFrom':
        return this.#deleted(element)
      case 'w:fldSimple':
        return this.#simpleField(element, marks)
      case 'm:oMath':
      case 'm:oMathPara':
        return this.#equation(element, marks)
      case 'w:sdt':
        if (isPrompt(element)) return promptOf(element, this.#story)
        return this.all(element.children, { ...marks, ...tickOf(element) })
      case 'mc:AlternateContent':
        return this.all(chosen(element, this.#story), marks)
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
    const { styles } = this.#story.reading
    const look = runFormatOf(childOf(run, 'w:rPr'), this.#context.style, styles)
    const inside = look.hidden ? { ...marks, hidden: true } : marks
    for (const node of run.children) if (typeof node === 'object') this.#inRun(node, look, inside)
  }

  #inRun(element: Element, look: RunFormat, marks: Marks): void {
    switch (element.name) {
      case 'w:t':
        return this.#text.write(marks.tick ?? textOf(element), look, marks)
      case 'w:tab':
      case 'w:ptab':
        return this.#text.write('\t', look, marks)
      case 'w:br':
      case 'w:cr':
        if (!marks.hidden) this.#text.push({ kind: 'break' })
        return undefined
      case 'w:noBreakHyphen':
        return this.#text.write('-', look, marks)
      case 'w:sym':
        return this.#text.write(symbol(element), look, marks)
      case 'w:fldChar':
        return this.#text.write(this.#fields.mark(element), look, marks)
      case 'w:instrText':
        return this.#fields.code(textOf(element))
      case 'w:footnoteReference':
        return this.#text.note(`footnote-${element.attributes['w:id'] ?? ''}`)
      case 'w:endnoteReference':
        return this.#text.note(`endnote-${element.attributes['w:id'] ?? ''}`)
      case 'w:ruby':
        return this.#ruby(element, marks)
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#drawing(element, marks)
      case 'mc:AlternateContent':
        for (const node of chosen(element, this.#story))
          if (typeof node === 'object') this.#inRun(node, look, marks)
        return undefined
      case 'w:delText':
        return this.#deleted(element)
      case 'm:oMath':
        return this.#one(element, marks)
      default:
        return undefined
    }
  }

  #deleted(element: Element): void {
    const { reading } = this.#story
    this.#text.push({ kind: 'seam' })
    setAside(element, this.#story, '修订里标为删除的内容')
    const written = /^(w:delText|w:t|m:t)$/
    const texts = [element, ...descendants(element)].filter(({ name }) => written.test(name))
    reading.find('lost', '修订里标为删除的文字，没有放进草稿。', texts.map(textOf).join(''))
  }

  #equation(element: Element, marks: Marks): void {
    const { reading } = this.#story
    reading.counts.equations += 1
    const { text, refused } = equationText(element)
    for (const lines of refused)
      reading.find('lost', '公式里有矩阵或几行排列的式子，写不成一行，留了待补的位置。', lines)
    if (text.trim() === '') return
    this.#text.push({ kind: 'seam' })
    this.#text.write(text, plainLook, marks)
    this.#text.push({ kind: 'seam' })
  }

  #ruby(element: Element, marks: Marks): void {
    const base = this.#inside(childOf(element, 'w:rubyBase'), marks)
    const sound = plainOf(this.#inside(childOf(element, 'w:rt'), marks))
    for (const inline of base) this.#text.push(inline)
    if (sound === '') return
    this.#text.write(`（${sound}）`, plainLook, marks)
    this.#story.reading.gather(
      'guessed',
      '注音写在了字后面的括号里，请核对。',
      `${plainOf(base)}（${sound}）`,
    )
  }

  /** Inlines of a part of a run, read for themselves. */
  #inside(element: Element | undefined, marks: Marks): Inline[] {
    const reader = new RunReader(this.#context)
    reader.all(element?.children ?? [], marks)
    this.#asides.push(...reader.runs.asides)
    return reader.runs.inlines
  }

  #drawing(element: Element, marks: Marks): void {
    if (marks.hidden) {
      setAside(element, this.#story, '隐藏的内容')
      const words = [...descendants(element)].filter(({ name }) => name === 'w:t').map(textOf)
      return this.#story.reading.find('lost', '隐藏的文本框，没有放进草稿。', words.join(''))
    }
    const { pictures, boxes } = collectDrawing(element, this.#story)
    const alone = this.#story.inCode() || this.#story.isGenerated()
    for (const picture of pictures)
      if (!alone) this.#text.inlines.push({ kind: 'picture', picture })
    for (const box of boxes) this.#asides.push(...this.#context.readBlocks(box))
  }

  #simpleField(element: Element, marks: Marks): void {
    const { fields } = this.#story
    fields.push({ code: element.attributes['w:instr'] ?? '', inResult: true })
    if (!within(element, 'w:t'))
      this.#text.write(this.#fields.shown(element.attributes['w:instr'] ?? ''), plainLook, marks)
    this.all(element.children, marks)
    this.#fields.tell()
    fields.pop()
  }
}
