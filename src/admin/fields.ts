import type { JsonSchema } from '../model/json-schema.ts'
import { referenceFields } from '../model/references.ts'
import type { ReferenceKind } from '../model/references.ts'
import { alternatives, truthWords } from './reading.ts'

/** A form field, in the terms of the CMS's configuration. */
export interface FormField {
  name: string
  label: string
  widget: string
  required?: boolean
  hint?: string
  [option: string]: unknown
}

/** What the form needs to know of a portal besides the model. */
export interface Vocabularies {
  topics: readonly string[]
  series: readonly string[]
  measures: readonly string[]
  /** Labels of values that are written in English: `draft` is 草稿. */
  labels: Readonly<Record<string, string>>
}

/**
 * The form of a JSON Schema object: a field for every property, in the model's order and words. A field
 * names something when its path says so: paths of an entry begin with the field's name, those of
 * anything else with the model's (`source.series` is text, `series` one of the portal's).
 */
export function fieldsOf(schema: JsonSchema, vocabularies: Vocabularies, path = ''): FormField[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    // The model's schemas are objects, never `true` or `false`.
    const field = property as JsonSchema
    return {
      name,
      label: field.title ?? name,
      ...widgetOf(field, vocabularies, path ? `${path}.${name}` : name),
      required: (schema.required?.includes(name) ?? false) && !mayBeNull(field),
      ...(field.description ? { hint: field.description } : {}),
    }
  })
}

/** A form leaves empty what a file writes as `null`. */
function mayBeNull({ anyOf = [] }: JsonSchema): boolean {
  return anyOf.some((choice) => (choice as JsonSchema).type === 'null')
}

type Widget = { widget: string } & Record<string, unknown>

function widgetOf(schema: JsonSchema, vocabularies: Vocabularies, path: string): Widget {
  const named = kindOf(path) ?? kindOf(`${path}.*`)
  if (named) return referenceWidget(named, vocabularies, schema.type === 'array')
  const choices = alternatives(schema)
  const variants = choices.filter((choice) => choice.type === 'object')
  if (variants.length > 1) return variantsWidget(variants, vocabularies, path)
  const words = truthWords(choices)
  // A switch is off before anyone has answered; a choice of two words is open.
  if (words) return { widget: 'select', options: words }
  const [first = schema] = choices.filter((choice) => choice.type === 'string')
  if (first !== schema) return widgetOf(first, vocabularies, path)
  return plainWidget(schema, vocabularies, path)
}

function plainWidget(schema: JsonSchema, vocabularies: Vocabularies, path: string): Widget {
  if (schema.enum) return { widget: 'select', options: optionsOf(schema.enum, vocabularies) }
  switch (schema.type) {
    case 'boolean':
      return { widget: 'boolean', default: schema.default ?? false }
    case 'integer':
    case 'number':
      return {
        widget: 'number',
        value_type: schema.type === 'integer' ? 'int' : 'float',
        ...bounds(schema.minimum, schema.maximum),
      }
    case 'object':
      return { widget: 'object', collapsed: true, fields: fieldsOf(schema, vocabularies, path) }
    case 'array':
      return listWidget(schema, vocabularies, path)
    default:
      return textWidget(schema)
  }
}

function listWidget(schema: JsonSchema, vocabularies: Vocabularies, path: string): Widget {
  const items = (Array.isArray(schema.prefixItems) ? schema.prefixItems[0] : schema.items) as
    JsonSchema | undefined
  const counts = bounds(schema.minItems, schema.maxItems)
  if (!items) return { widget: 'list', ...counts }
  const item = widgetOf(items, vocabularies, `${path}.*`)
  if (item.widget === 'object') return { ...item, widget: 'list', ...counts }
  return { widget: 'list', ...counts }
}

/** Something of several kinds, told apart by a field that is constant in each. */
function variantsWidget(variants: JsonSchema[], vocabularies: Vocabularies, path: string): Widget {
  const constant = Object.entries(variants[0]?.properties ?? {}).find(([, field]) =>
    isConstant(field),
  )
  const typeKey = constant?.[0] ?? 'kind'
  const types = variants.map((variant) => {
    const name = String((variant.properties?.[typeKey] as JsonSchema | undefined)?.const ?? '')
    const fields = fieldsOf(variant, vocabularies, path).filter((field) => field.name !== typeKey)
    return { name, label: vocabularies.labels[name] ?? name, widget: 'object', fields }
  })
  return { widget: 'object', typeKey, types, collapsed: true }
}

const isConstant = (field: unknown): boolean =>
  typeof field === 'object' && field !== null && 'const' in field

function referenceWidget(
  kind: ReferenceKind,
  vocabularies: Vocabularies,
  multiple: boolean,
): Widget {
  const many = multiple ? { multiple: true } : {}
  const typed = multiple ? { widget: 'list' } : { widget: 'string' }
  // The CMS opens with no empty list of choices: where a portal has no words yet, they are typed.
  const chosen = (words: readonly string[]) =>
    words.length > 0 ? { widget: 'select', options: words, ...many } : typed
  switch (kind) {
    case 'organization':
      return { ...relation('organizations', '{{title}}'), ...many }
    case 'source':
      return { ...relation('sources', '{{title}}（{{publisher}}）'), ...many }
    case 'topic':
      return chosen(vocabularies.topics)
    case 'series':
      return chosen(vocabularies.series)
    case 'measure':
      return chosen(vocabularies.measures)
    default:
      return typed
  }
}

const relation = (collection: string, shown: string): Widget => ({
  widget: 'relation',
  collection,
  value_field: '{{slug}}',
  display_fields: [shown],
  search_fields: ['title'],
})

function textWidget(schema: JsonSchema): Widget {
  if (schema.format === 'date')
    return { widget: 'datetime', type: 'date', format: 'YYYY-MM-DD', time_format: false }
  const length = { minlength: schema.minLength, maxlength: schema.maxLength }
  // The model puts no pattern on text of several lines; a long line is easier to read in a box too.
  const boxed = (!schema.pattern && !schema.format) || (schema.maxLength ?? 0) > 80
  const widget = boxed ? 'text' : 'string'
  return { widget, ...(schema.maxLength ? length : {}) }
}

function optionsOf(values: readonly unknown[], { labels }: Vocabularies): object[] {
  return values.map(String).map((value) => ({ value, label: labels[value] ?? value }))
}

function bounds(min: number | undefined, max: number | undefined): object {
  const known = (value: number | undefined) =>
    value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER
  return { ...(known(min) ? { min } : {}), ...(known(max) ? { max } : {}) }
}

function kindOf(path: string): ReferenceKind | undefined {
  const found = Object.entries(referenceFields).find(([, paths]) => paths.includes(path))
  // Object.entries loses the literal types of the table.
  return found?.[0] as ReferenceKind | undefined
}
