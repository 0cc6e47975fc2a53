import { parseDocument, stringify } from 'yaml'
import { mergeYaml } from './merge-yaml.ts'

/** What the form of an entry or a source holds: its fields, and the text of an entry as `body`. */
export type FormData = Record<string, unknown>

/** Field in which the form carries the file as it was opened, so that saving changes only what was edited. */
export const openedField = '_opened'

interface Parts {
  /** YAML between the fences; the whole file of a source. */
  yaml: string
  /** Everything after the closing fence, line break included; undefined when there are no fences. */
  body: string | undefined
}

/** How a form is read from a file and written back; shared by every collection. */
export interface FileFormat {
  fromFile: (text: string) => FormData
  toFile: (data: FormData) => string
}

/** Dotted paths, `*` for every item, of fields that hold a number when what is typed is one. */
export type NumericFields = readonly string[]

/**
 * The format of entries (`fenced`: front matter and text) and of sources (plain YAML). A file that is
 * saved again differs from the opened one only where the form does: comments, order, quotes and flow
 * style stay. Throws on YAML that cannot be parsed, which the form shows as an unreadable entry.
 */
export function fileFormat(fenced: boolean, numeric: NumericFields): FileFormat {
  return {
    fromFile(text) {
      const { yaml, body } = fenced ? split(text) : { yaml: text, body: undefined }
      const document = parseDocument(yaml, { version: '1.2', schema: 'core' })
      const [fault] = document.errors
      if (fault) throw fault
      // An entry whose YAML is not a map has no fields to show.
      const data = (document.toJS({ maxAliasCount: 0 }) ?? {}) as FormData
      return { ...data, ...(body === undefined ? {} : { body }), [openedField]: text }
    },
    toFile({ [openedField]: opened, body, ...fields }) {
      const data = typed(withoutEmpty(fields), numeric, []) as FormData
      const before = typeof opened === 'string' && opened !== '' ? opened : undefined
      const parts =
        before === undefined
          ? undefined
          : fenced
            ? split(before)
            : { yaml: before, body: undefined }
      const yaml = parts ? mergeYaml(parts.yaml, data) : stringify(data, { lineWidth: 0 })
      if (!fenced) return yaml
      return `---\n${yaml}---\n${textOf(body, parts?.body)}`
    },
  }
}

function split(text: string): Parts {
  const match = /^\uFEFF?---[ \t]*\n([\s\S]*?\n|)---[ \t]*\n?([\s\S]*)$/.exec(
    text.replaceAll('\r\n', '\n'),
  )
  return match ? { yaml: match[1] ?? '', body: match[2] ?? '' } : { yaml: '', body: text }
}

/** The editor trims what is typed; a text that says the same keeps the line breaks around it. */
function textOf(body: unknown, before: string | undefined): string {
  const text = typeof body === 'string' ? body : ''
  if (before !== undefined && text.trim() === before.trim()) return before
  return text.trim() === '' ? '' : `\n${text.trim()}\n`
}

/** An optional field that was left empty is not written. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty).filter((item) => item !== undefined)
  if (typeof value !== 'object' || value === null) return value === '' ? undefined : value
  const kept = Object.entries(value)
    .map(([key, item]) => [key, withoutEmpty(item)] as const)
    .filter(([, item]) => item !== undefined && !(Array.isArray(item) && item.length === 0))
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

function typed(value: unknown, numeric: NumericFields, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => typed(item, numeric, [...path, '*']))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, typed(item, numeric, [...path, key])]),
    )
  const isNumber = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
  return isNumber && numeric.includes(path.join('.')) ? Number(value) : value
}
