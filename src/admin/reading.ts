import type { JsonSchema } from '../model/json-schema.ts'

/** What the form of an entry or a source holds: its fields, and the text of an entry as `body`. */
export type FormData = Record<string, unknown>

/** A dotted path of fields, `*` for every item: `facts.*.figure`. */
export type Path = string

/** What a written value means in one collection; keys are paths. */
export interface Reading {
  /** Fields that hold a number when what is typed is one. */
  numbers: readonly Path[]
  /** What a field that is left out means. Who leaves it alone in the form has not written it. */
  defaults: Readonly<Record<Path, string | number | boolean>>
  /** Fields that may be a truth value or a word for it: the words for true and for false. */
  words: Readonly<Record<Path, readonly [yes: string, no: string]>>
}

const none: Reading = { numbers: [], defaults: {}, words: {} }

/** How the values of a JSON Schema object are read. */
export function readingOf(schema: JsonSchema, path: readonly string[] = []): Reading {
  const at = path.join('.')
  const choices = alternatives(schema)
  const types = new Set(choices.map(({ type }) => type))
  const own: Reading = {
    numbers: types.has('number') && types.has('string') ? [at] : [],
    defaults: defaultsOf(schema, at),
    words: wordsOf(choices, at),
  }
  const children = [
    ...choices.map((choice) => [choice, path] as const),
    ...Object.entries(schema.properties ?? {}).map(
      ([name, field]) => [field as JsonSchema, [...path, name]] as const,
    ),
    ...(schema.items ? [[schema.items as JsonSchema, [...path, '*']] as const] : []),
  ]
  return children.map(([child, at]) => readingOf(child, at)).reduce(joined, joined(none, own))
}

/** What a value may be, when it may be several things; without `null`, which the form leaves empty. */
export function alternatives(schema: JsonSchema): JsonSchema[] {
  // The model's schemas are objects, never `true` or `false`.
  return ((schema.anyOf ?? schema.oneOf ?? []) as JsonSchema[]).filter(
    ({ type }) => type !== 'null',
  )
}

/** The two words that may stand for a truth value, as in `answer: 对`; the first is true. */
export function truthWords(choices: readonly JsonSchema[]): [yes: string, no: string] | undefined {
  if (!choices.some(({ type }) => type === 'boolean')) return undefined
  const [yes, no, more] = choices.flatMap((choice) => choice.enum ?? []).map(String)
  return yes !== undefined && no !== undefined && more === undefined ? [yes, no] : undefined
}

function wordsOf(choices: readonly JsonSchema[], path: Path): Reading['words'] {
  const words = truthWords(choices)
  return words ? { [path]: words } : {}
}

function defaultsOf(schema: JsonSchema, path: Path): Reading['defaults'] {
  const scalars = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const { default: usual, type } = field as JsonSchema
    // The form shows an optional switch as off, and saves it so, where the model names no default.
    const isSwitch = type === 'boolean' && !schema.required?.includes(name)
    const value = usual ?? (isSwitch ? false : undefined)
    return ['string', 'number', 'boolean'].includes(typeof value)
      ? [[below(path, name), value] as const]
      : []
  })
  // Scalars, as was just seen.
  return Object.fromEntries(scalars) as Reading['defaults']
}

function joined(one: Reading, other: Reading): Reading {
  return {
    numbers: [...one.numbers, ...other.numbers],
    defaults: { ...one.defaults, ...other.defaults },
    words: { ...one.words, ...other.words },
  }
}

/**
 * A value as text that is equal for two values that say the same. The form turns numbers and truth
 * values into text and back, and does not tell what is empty, left out or left at its default apart.
 */
export function meaning(value: unknown, reading: Reading, path: Path = ''): string {
  if (Array.isArray(value))
    return `[${value.map((item) => meaning(item, reading, below(path, '*'))).join(',')}]`
  if (!isRecord(value)) return JSON.stringify(String(worded(value, reading, path) ?? ''))
  const fields = Object.entries(value)
    .filter(([key, item]) => !isUnsaid(item, reading, below(path, key)))
    .map(([key, item]) => `${JSON.stringify(key)}:${meaning(item, reading, below(path, key))}`)
  return `{${fields.sort().join(',')}}`
}

/** Is a value what leaving the field out would say as well? */
export function isUnsaid(value: unknown, reading: Reading, path: Path): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  if (isRecord(value))
    return Object.entries(value).every(([key, item]) => isUnsaid(item, reading, below(path, key)))
  const usual = reading.defaults[path]
  return usual !== undefined && String(value) === String(usual)
}

/** What is written of a value that is new to a file: nothing that leaving it out would say as well. */
export function withoutDefaults(value: unknown, reading: Reading, path: Path = ''): unknown {
  if (Array.isArray(value))
    return value.map((item) => withoutDefaults(item, reading, below(path, '*')))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !isUnsaid(item, reading, below(path, key)))
      .map(([key, item]) => [key, withoutDefaults(item, reading, below(path, key))]),
  )
}

/** Form values from a file: truth values as the words the form offers. */
export function formValues(value: unknown, reading: Reading, path: Path = ''): unknown {
  return mapScalars(value, path, (item, at) => worded(item, reading, at))
}

/** File values from the form: a number where one was typed and one may stand, a word as its truth value. */
export function fileValues(value: unknown, reading: Reading, path: Path = ''): unknown {
  return mapScalars(value, path, (item, at) => {
    if (typeof item !== 'string') return item
    if (reading.numbers.includes(at) && /^-?\d+(\.\d+)?$/.test(item)) return Number(item)
    const place = reading.words[at]?.indexOf(item) ?? -1
    return place < 0 ? item : place === 0
  })
}

export const isRecord = (value: unknown): value is FormData =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const below = (path: Path, step: string): Path => (path === '' ? step : `${path}.${step}`)

function worded(value: unknown, { words }: Reading, path: Path): unknown {
  const pair = words[path]
  return pair && typeof value === 'boolean' ? pair[value ? 0 : 1] : value
}

function mapScalars(
  value: unknown,
  path: Path,
  change: (value: unknown, path: Path) => unknown,
): unknown {
  if (Array.isArray(value)) return value.map((item) => mapScalars(item, below(path, '*'), change))
  if (!isRecord(value)) return change(value, path)
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapScalars(item, below(path, key), change)]),
  )
}
