import type { FormField } from '../../src/admin/fields.ts'
import type { FileFormat } from '../../src/admin/entry-format.ts'

/**
 * What the CMS does to a file between opening and saving, so that every field of every file can be
 * edited without a browser: `tests/browser/admin.spec.ts` does the same in the CMS itself.
 */

type Data = Record<string, unknown>

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The form of a file: line breaks made one kind, ends trimmed, and every field of the form filled. */
export function open(text: string, fields: readonly FormField[], format: FileFormat): Data {
  return filled(format.fromFile(text.trim().replaceAll(/\r\n?/g, '\n')), fields)
}

/** The file of a form: fields in the form's order, optional ones that are empty left out. */
export function save(data: Data, fields: readonly FormField[], format: FileFormat): string {
  return `${format.toFile(ordered(data, fields)).trim()}\n`
}

function filled(data: Data, fields: readonly FormField[]): Data {
  const known = Object.fromEntries(fields.map((field) => [field.name, valueOf(data, field)]))
  return { ...data, ...known }
}

function valueOf(data: Data, field: FormField): unknown {
  const value = data[field.name]
  const { widget, fields, types, multiple } = field
  if (widget === 'hidden') return value ?? ''
  if (widget === 'list' || multiple) {
    if (!Array.isArray(value)) return value === undefined || value === null ? [] : [value]
    return value.map((item) => (isData(item) ? filled(item, fieldsOf(item, field)) : item))
  }
  if (widget === 'object')
    return isData(value) ? filled(value, fieldsOf(value, { ...field, fields, types })) : null
  if (widget === 'boolean') return typeof value === 'boolean' ? value : (field.default ?? false)
  if (widget === 'number') return value ?? null
  return value === undefined ? (field.default ?? '') : String(value ?? '')
}

function fieldsOf(item: Data, field: FormField): FormField[] {
  // The configuration is plain data in the CMS's own shape.
  const types = field.types as { name: string; fields: FormField[] }[] | undefined
  const chosen = types?.find(({ name }) => name === item[String(field.typeKey)])
  return chosen?.fields ?? (field.fields as FormField[] | undefined) ?? []
}

function ordered(data: Data, fields: readonly FormField[]): Data {
  const known = fields.flatMap((field): [string, unknown][] => {
    const value = data[field.name]
    const isLeftOut = field.required === false && isEmpty(value)
    if (!(field.name in data) || isLeftOut) return []
    return [[field.name, within(value, field)]]
  })
  const rest = Object.entries(data).filter(([key]) => !fields.some(({ name }) => name === key))
  return Object.fromEntries([...known, ...rest])
}

function within(value: unknown, field: FormField): unknown {
  if (Array.isArray(value)) return value.map((item) => (isData(item) ? within(item, field) : item))
  if (!isData(value)) return value
  const key = String(field.typeKey)
  return {
    ...(key in value ? { [key]: value[key] } : {}),
    ...ordered(value, fieldsOf(value, field)),
  }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isData(value) && Object.keys(value).length === 0)
