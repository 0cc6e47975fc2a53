import { childOf, descendants, isElement, textOf } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'
import { setAside } from './drawings.ts'
import type { Story } from './story.ts'

/**
 * Whether a content control still shows what it asks for, and nothing that anybody filled in. Programs
 * besides Word keep its words and drop what says that they are a prompt.
 */
export function isPrompt(control: Element): boolean {
  const shown = childOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr')
  if (shown && !/^(0|false|off)$/.test(shown.attributes['w:val'] ?? '')) return true
  return standardPrompt.test(wordsOf(control))
}

/** What Word asks in a control for which nobody wrote another prompt, once or repeated. */
const standardPrompt =
  /^(?:(?:单击或点击|单击|点击)(?:此处)?(?:以|可)?(?:输入|选择)(?:文字|文本|日期)[。.]?|选择一项[。.]?|(?:Click(?: or tap)?|Tap) (?:here )?to (?:enter|choose) (?:text|a date)\.|Choose an item\.)+$/u

/** Name the words of a control that nobody has filled in. */
export function promptOf(control: Element, story: Story): void {
  setAside(control, story, '表格里等着填的位置')
  const text = wordsOf(control)
  story.reading.find('lost', '填写用的提示，还没有人填，没有放进草稿。', text)
}

function wordsOf(control: Element): string {
  const written = [...descendants(childOf(control, 'w:sdtContent'))]
  return written
    .filter(({ name }) => name === 'w:t')
    .map(textOf)
    .join('')
}

/** The sign of a box to tick: ☑ or ☐, whatever its document draws. */
export function tickOf(control: Element): { tick?: string } {
  const box = childOf(control, 'w:sdtPr')?.children.find(
    (node): node is Element => isElement(node) && /(^|:)checkbox$/.test(node.name),
  )
  if (!box) return {}
  const checked = box.children.find(
    (node): node is Element => isElement(node) && /(^|:)checked$/.test(node.name),
  )
  const value = Object.entries(checked?.attributes ?? {}).find(([name]) => /(^|:)val$/.test(name))
  return { tick: checked && /^(1|true|on)$/.test(value?.[1] ?? '1') ? '☑' : '☐' }
}
