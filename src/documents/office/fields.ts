import { descendants, textOf } from '../tree.ts'
import type { Element } from '../tree.ts'
import { fieldNames } from './allowed.ts'

interface Field {
  code: string
  /** Whether its code is complete and its result follows. */
  inResult: boolean
}

/**
 * Codes of fields that are not worked out from the document itself. A code may be spread over any number
 * of runs, and made by a field within it: its name must then be written out before.
 */
export function strangeFields(root: Element): string[] {
  const [open, found]: [Field[], string[]] = [[], []]
  const close = (code: string) => {
    if (!isKnown(code)) found.push(code)
  }
  for (const element of descendants(root)) {
    const local = element.name.slice(element.name.indexOf(':') + 1)
    const field = open.at(-1)
    if (local === 'fldSimple') close(attribute(element, 'instr'))
    else if (local === 'instrText' || local === 'delInstrText') {
      if (field && !field.inResult) field.code += textOf(element)
      // Without a beginning it is no field, yet a repaired file may make it one.
      else close(textOf(element))
    } else if (local === 'fldChar') {
      const type = attribute(element, 'fldCharType')
      if (type === 'begin') open.push({ code: '', inResult: false })
      if (type === 'separate' && field) field.inResult = true
      if (type === 'end' && field) close(open.pop()?.code ?? '')
    }
  }
  for (const { code } of open) close(code)
  return found
}

function isKnown(code: string): boolean {
  const [name = ''] = /^=|^\S*/.exec(code.trim()) ?? []
  return fieldNames.has(name.toUpperCase())
}

function attribute({ attributes }: Element, local: string): string {
  for (const key in attributes)
    if (key === local || key.endsWith(`:${local}`)) return attributes[key] ?? ''
  return ''
}
