import { childOf, descendants, isElement, textOf } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'
import { setAside } from './drawings.ts'
import type { Story } from './story.ts'

/** Whether a content control still shows what it asks for, and nothing that anybody filled in. */
export function isPrompt(control: Element): boolean {
  const shown = childOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr')
  return shown !== undefined && !/^(0|false|off)$/.test(shown.attributes['w:val'] ?? '')
}

/** Name the words of a control that nobody has filled in. */
export function promptOf(control: Element, story: Story): void {
  const texts = [...descendants(childOf(control, 'w:sdtContent'))].filter(
    ({ name }) => name === 'w:t',
  )
  setAside(control, story, '表格里等着填的位置')
  const text = texts.map(textOf).join('')
  story.reading.find('lost', '填写用的提示，还没有人填，没有放进草稿。', text)
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
