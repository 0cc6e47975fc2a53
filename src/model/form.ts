import { z } from 'zod'
import { cell, phrase, wordsOf } from './handbook/phrase.ts'
import { jsonSchemaOf } from './json-schema.ts'
import type { JsonSchema } from './json-schema.ts'
import { gap, placeholder } from './placeholder.ts'

/** One field as a form shows it: everything comes from the model. */
export interface FormField {
  name: string
  /** Its Chinese name. */
  title: string
  /** How it is written, in one line of words. */
  wording: string
  required: boolean
  schema: z.ZodType
}

/** The fields of an object schema, in the model's order. */
export function formOf(schema: z.ZodType): FormField[] {
  const json = jsonSchemaOf(schema, '')
  const shape = shapeOf(schema)
  return Object.entries(json.properties ?? {}).flatMap(([name, field]) => {
    const own = shape[name]
    if (typeof field !== 'object' || !own) return []
    const required = json.required?.includes(name) ?? false
    return [{ name, title: field.title ?? name, wording: wordingOf(field), required, schema: own }]
  })
}

/**
 * A value a new file may begin with: the model itself says which of the candidates is right. Texts
 * and names are gaps to be filled; dates are `today`; a choice is its first word.
 */
export function startingValue({ title, schema }: FormField, today: string): unknown {
  const inner = innermost(schema)
  if (inner instanceof z.ZodLiteral) return inner.value
  if (inner instanceof z.ZodArray) {
    // Each item is a value of its own: one that stands twice would be written as an alias.
    const lists = [1, 2, 3].map((length) =>
      Array.from({ length }, () => startingValue(fieldFor(title, inner.element), today)),
    )
    return lists.find((list) => schema.safeParse(list).success) ?? lists[0]
  }
  if (inner instanceof z.ZodObject)
    return Object.fromEntries(
      formOf(inner)
        .filter(({ required }) => required)
        .map((field) => [field.name, startingValue(field, today)]),
    )
  if (inner instanceof z.ZodDiscriminatedUnion)
    return startingValue(fieldFor(title, inner.options[0]), today)
  const candidates = [null, gap(title), longGap(title, schema), placeholder.slug, today]
  const rest = [
    placeholder.url,
    '/todo',
    './todo.vtt',
    './todo.mp4',
    './todo.m4a',
    './todo.jpg',
    './todo.pdf',
    placeholder.fact,
    Number(today.slice(0, 4)),
  ]
  const choices = inner instanceof z.ZodEnum ? inner.options : []
  const values = [...choices, ...candidates, ...rest, 1, true]
  return values.find((value) => schema.safeParse(value).success)
}

/**
 * What somebody typed for a field, as the value the field takes: the text itself, a list of its
 * parts, or what it says as YAML. `undefined` when the model accepts none of them.
 */
export function readTyped(
  { schema }: FormField,
  typed: string,
  parse: (text: string) => unknown,
): { value: unknown } | { fault: string } {
  const parts = typed
    .split(/[,，、;；]/)
    .map((part) => part.trim())
    .filter(Boolean)
  const candidates = [typed.trim(), parts, parse(typed)]
  const found = candidates.find((value) => schema.safeParse(value).success)
  if (found !== undefined) return { value: found }
  const isList = innermost(schema) instanceof z.ZodArray
  const result = schema.safeParse(isList ? parts : typed.trim())
  return { fault: ownMessage(result.error) ?? '写法不对。' }
}

/** The first message that the model itself wrote. */
function ownMessage(error: z.ZodError | undefined): string | undefined {
  return error?.issues.map(({ message }) => message).find((said) => /\p{Script=Han}/u.test(said))
}

function fieldFor(title: string, schema: unknown): FormField {
  // Elements of arrays and options of unions are schemas of the same library.
  return { name: '', title, wording: '', required: true, schema: schema as z.ZodType }
}

/** A gap long enough for a field that asks for a certain length. */
function longGap(title: string, schema: z.ZodType): string {
  const rest = '写完再把状态改成已发布。这一段是占位的文字，检查会提醒还没有补上的地方。'
  const whole = `${gap(title)}${rest}`
  return schema.safeParse(whole).success ? whole : gap(title).slice(0, 6)
}

function wordingOf(field: JsonSchema): string {
  const said = [`${phrase(field)}。`, field.description].filter(Boolean).join('')
  return cell(said, wordsOf(field)).replaceAll('`', '').replaceAll('\\|', '|')
}

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
  const inner = innermost(schema)
  // The shape of a schema of this library holds schemas of this library.
  return inner instanceof z.ZodObject ? (inner.shape as Record<string, z.ZodType>) : {}
}

/** A schema without what makes it optional, nullable or defaulted. */
export function innermost(schema: z.ZodType): z.ZodType {
  let at = schema
  while (
    at instanceof z.ZodOptional ||
    at instanceof z.ZodDefault ||
    at instanceof z.ZodNullable ||
    at instanceof z.ZodPrefault
  )
    at = at.unwrap() as z.ZodType
  return at
}
