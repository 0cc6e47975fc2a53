import { childOf, within } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'
import { fieldLink, textOfFieldCode } from './fields.ts'
import type { Story } from './story.ts'
import { isOn } from './styles.ts'

/** Fields that leave a mark and show nothing. */
const unseen =
  /^\s*(XE|TC|TA|RD|SET|ASK|PRIVATE|NOTEREF|FORMTEXT|FORMDROPDOWN|FORMCHECKBOX|ADDIN|NEXT|PAGE|NUMPAGES|SECTIONPAGES|SECTION|SEQ|TOC|INDEX|COMMENTS|DOCVARIABLE|DOCPROPERTY|AUTOTEXT|REF|PAGEREF|STYLEREF|IF|INCLUDEPICTURE|EMBED|LINK|MERGEFIELD|CONTROL|SHAPE|HTMLCONTROL|BIBLIOGRAPHY|CITATION|HYPERLINK)?\b/i

/** Follows the fields of a story while its runs are read. */
export class FieldReader {
  readonly #story: Story

  constructor(story: Story) {
    this.#story = story
  }

  /** The link of the innermost hyperlink field whose result is being read. */
  link(): string | undefined {
    for (const { code, inResult } of this.#story.fields.toReversed()) {
      const found = inResult ? fieldLink(code) : undefined
      if (found) return 'address' in found ? found.address : undefined
    }
    return undefined
  }

  code(text: string): void {
    const field = this.#story.fields.at(-1)
    if (field && !field.inResult) field.code += text
  }

  /** Take a mark of a field; gives what the field shows when it has no result to read. */
  mark(element: Element): string {
    const { fields } = this.#story
    const type = element.attributes['w:fldCharType']
    const box = type === 'begin' ? within(element, 'w:checkBox') : undefined
    if (type === 'begin') fields.push({ code: '', inResult: box !== undefined })
    const field = fields.at(-1)
    if (box) {
      const ticked = childOf(box, 'w:checked') ?? childOf(box, 'w:default')
      // The box is the field's result, though nothing is written there.
      return isOn(ticked) ? '☑' : '☐'
    }
    if (type === 'separate' && field) field.inResult = true
    if (type !== 'end') return ''
    if (field?.inResult) this.tell()
    fields.pop()
    return field && !field.inResult ? this.shown(field.code) : ''
  }

  /** What a field without a result shows; its prompt is named. */
  shown(code: string): string {
    const { reading } = this.#story
    const found = textOfFieldCode(code)
    if (found && 'prompt' in found) {
      reading.find('lost', '填写用的提示，还没有人填，没有放进草稿。', found.prompt)
      return ''
    }
    if (found) reading.gather('guessed', '用域代码排的字写成了普通文字，请核对。', found.text)
    else if (!unseen.test(code)) reading.gather('lost', '没有结果的域，没有放进草稿。', code)
    return found?.text ?? ''
  }

  /** Name what the field that ends here says beyond its text. */
  tell(): void {
    const { reading } = this.#story
    const code = this.#story.fields.at(-1)?.code ?? ''
    const link = fieldLink(code)
    if (link && 'inside' in link) reading.counts.inside += 1
  }
}
