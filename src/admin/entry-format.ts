import { parseDocument, stringify } from 'yaml'
import { mergeYaml } from './merge-yaml.ts'
import { fileValues, formValues, isUnsaid, withoutDefaults } from './reading.ts'
import type { FormData, Reading } from './reading.ts'

export type { FormData }

/** Field in which the form carries the file as it was opened, so that saving changes only what was edited. */
export const openedField = '_opened'

interface Parts {
  opening: string
  /** YAML between the fences; the whole file of a source. */
  yaml: string
  closing: string
  /** Everything after the closing fence's line. */
  body: string
}

/** How a form is read from a file and written back; shared by every collection. */
export interface FileFormat {
  fromFile: (text: string) => FormData
  toFile: (data: FormData) => string
}

/**
 * The format of entries (`fenced`: front matter and text) and of sources (plain YAML). A file that is
 * saved again differs from the opened one only where the form does: comments, order, quotes and flow
 * style stay, and what nobody entered is not written. Throws on YAML that cannot be parsed, which the
 * form shows as an unreadable entry.
 */
export function fileFormat(fenced: boolean, reading: Reading): FileFormat {
  return {
    fromFile(text) {
      const { yaml, body } = split(text, fenced)
      const document = parseDocument(yaml, { version: '1.2', schema: 'core' })
      const [fault] = document.errors
      if (fault) throw fault
      // An entry whose YAML is not a map has no fields to show.
      const data = formValues(document.toJS({ maxAliasCount: 0 }) ?? {}, reading) as FormData
      return { ...data, ...(fenced ? { body } : {}), [openedField]: text }
    },
    toFile({ [openedField]: opened, body, ...fields }) {
      const data = fileValues(entered(fields, reading), reading) as FormData
      if (typeof opened !== 'string' || opened === '')
        return newFile(data, body, { fenced, reading })
      const before = split(opened, fenced)
      const yaml = mergeYaml(before.yaml, data, reading)
      if (!fenced) return yaml
      const text = typeof body === 'string' ? body : ''
      // The editor trims what is typed; a text that says the same keeps the line breaks around it.
      const after = text.trim() === before.body.trim() ? before.body : bodyOf(text)
      return `${before.opening}${yaml}${before.closing}${after}`
    },
  }
}

function newFile(
  data: FormData,
  body: unknown,
  { fenced, reading }: { fenced: boolean; reading: Reading },
): string {
  const yaml = stringify(withoutDefaults(data, reading), { lineWidth: 0 })
  return fenced ? `---\n${yaml}---\n${bodyOf(typeof body === 'string' ? body : '')}` : yaml
}

const bodyOf = (text: string): string => (text.trim() === '' ? '' : `\n${text.trim()}\n`)

/** The parts of a file as they stand in it; an entry without fences has none around its fields. */
function split(text: string, fenced: boolean): Parts {
  if (!fenced) return { opening: '', yaml: text, closing: '', body: '' }
  const match = /^(\uFEFF?---[ \t]*\n)([\s\S]*?\n|)(---[ \t]*(?:\n|$))([\s\S]*)$/.exec(text)
  const [, opening = '---\n', yaml = '', closing = '---\n', body = text] = match ?? []
  return { opening, yaml, closing, body }
}

/** The form holds empty items of lists and groups of fields with nothing in them. */
function entered(value: unknown, reading: Reading): unknown {
  if (Array.isArray(value))
    return value.map((item) => entered(item, reading)).filter((item) => !isEmpty(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, entered(item, reading)] as const)
      .filter(([, item]) => !isEmpty(item)),
  )
}

const isEmpty = (value: unknown): boolean =>
  isUnsaid(value, { numbers: [], defaults: {}, words: {} }, '')
