import { isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Node, Pair } from 'yaml'
import type { FormField } from '../../src/admin/fields.ts'

type Place = (string | number)[]
export type Data = Record<string, unknown>

/** One thing an editor does in the form, and what the file must say afterwards. */
export interface Edit {
  name: string
  /** Where in the file lines may change. */
  place: Place
  /** Change the form's data, or data of the same shape, in place. */
  apply: (data: Data) => void
}

/** Texts that YAML reads as something else, or not at all, unless they are quoted. */
const awkward = [
  '改过的一句话。',
  'a: b # c',
  '- 不是列表',
  '[不是, 列表]',
  '{不: 是}',
  '*重点*',
  '&锚',
  '!叹号',
  '| 竖线',
  '> 大于',
  '%百分',
  '@某人',
  '`反引号`',
  "它说'好'",
  '它说"好"',
  '2021',
  '1e3',
  '0x1F',
  'true',
  'null',
  '~',
  'yes',
  '2021-09-13',
  '12:30',
  '末尾有冒号:',
  '#话题',
  '—— 破折号',
  '？问',
  '? 问',
  '很长的一句'.repeat(40),
  '𠮷😀',
  '逗号, 方括号] 花括号}',
]
const several = ['第一行\n第二行', '第一段\n\n第二段：a: b', '- 一\n- 二\n']

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every edit of a form: each field set and cleared; each list grown, shortened and reordered. */
export function editsOf(data: Data, fields: readonly FormField[], place: Place = []): Edit[] {
  return fields.flatMap((field, index) => {
    const at = [...place, field.name]
    const value = data[field.name]
    if (field.widget === 'hidden' || field.name === 'body') return []
    if (Array.isArray(value))
      return [...listEdits(value, field, at), ...itemEdits(value, field, at)]
    if (field.widget === 'object')
      return isData(value) ? editsOf(value, fieldsFor(value, field), at) : []
    return scalarEdits(value, field, at, index + at.length * 7)
  })
}

function scalarEdits(value: unknown, field: FormField, place: Place, seed: number): Edit[] {
  const clear = field.required === false && field.widget !== 'boolean' && !isBlank(value)
  return [
    ...othersFor(value, field, seed).map((other) => setting(place, other)),
    ...(clear ? [{ name: `clear ${place.join('.')}`, place, apply: remove(place) }] : []),
  ]
}

const setting = (place: Place, value: unknown): Edit => ({
  name: `${place.join('.')} = ${JSON.stringify(value).slice(0, 40)}`,
  place,
  apply: (data) => {
    const parent = parentIn(data, place)
    if (parent) parent[String(place.at(-1))] = value
  },
})

function othersFor(value: unknown, { widget, options, name }: FormField, seed: number): unknown[] {
  if (widget === 'boolean') return [!value]
  if (widget === 'number') return [Number(value ?? 1) + 1]
  if (widget === 'datetime') return ['2024-02-29']
  if (widget === 'select') {
    const values = (options as (string | { value: string })[]).map((one) =>
      typeof one === 'string' ? one : one.value,
    )
    return values.filter((one) => one !== value).slice(0, 2)
  }
  const text = awkward[(seed + String(value).length) % awkward.length]
  const lines = several[seed % several.length]
  return widget === 'text' && name !== 'figure'
    ? [text, lines]
    : name === 'figure'
      ? [text, '1234']
      : [text]
}

function itemEdits(items: unknown[], field: FormField, place: Place): Edit[] {
  const some = [...new Set([0, items.length - 1])].filter((index) => index in items)
  return some.flatMap((index) => {
    const item = items[index]
    if (isData(item)) return editsOf(item, fieldsFor(item, field), [...place, index])
    return field.widget === 'list'
      ? [setting([...place, index], awkward[(index + place.length) % 12])]
      : []
  })
}

function listEdits(items: unknown[], field: FormField, place: Place): Edit[] {
  const path = place.join('.')
  const on = (name: string, at: Place, change: (list: unknown[]) => void): Edit => ({
    name: `${name} ${path}`,
    place: at,
    apply: (data) => {
      const parent = parentIn(data, place)
      const list = (parent?.[String(place.at(-1))] as unknown[] | undefined) ?? []
      if (parent) parent[String(place.at(-1))] = list
      change(list)
      if (list.length === 0) remove(place)(data)
    },
  })
  const end = items.length
  const more = [on('append to', [...place, end], (list) => list.push(newItem(items[0], field)))]
  if (end === 0) return field.types ? [] : more
  return [
    ...more,
    on('prepend to', [...place, -1], (list) => list.unshift(newItem(items[0], field))),
    on('drop first of', end === 1 ? place : [...place, 0], (list) => list.shift()),
    on('drop last of', end === 1 ? place : [...place, end - 1], (list) => list.pop()),
    on('swap in', place, (list) => list.splice(0, 2, ...list.slice(0, 2).reverse())),
  ]
}

/** An item as the form begins it, with its texts filled in. */
function newItem(like: unknown, field: FormField): unknown {
  const fields = isData(like)
    ? fieldsFor(like, field)
    : ((field.fields as FormField[] | undefined) ?? [])
  if (fields.length === 0) return '新的一项'
  const key = String(field.typeKey)
  return {
    ...(isData(like) && key in like ? { [key]: like[key] } : {}),
    ...Object.fromEntries(
      fields.map(({ name, widget, required, default: usual }) => [
        name,
        widget === 'boolean'
          ? (usual ?? false)
          : required && (widget === 'text' || widget === 'string')
            ? `新的${name}`
            : undefined,
      ]),
    ),
  }
}

function fieldsFor(item: Data, field: FormField): FormField[] {
  const types = field.types as { name: string; fields: FormField[] }[] | undefined
  const chosen = types?.find(({ name }) => name === item[String(field.typeKey)])
  return chosen?.fields ?? (field.fields as FormField[] | undefined) ?? []
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === ''

const remove = (place: Place) => (data: Data) => {
  const parent = parentIn(data, place)
  if (parent) delete parent[String(place.at(-1))]
}

function parentIn(data: Data, place: Place): Data | undefined {
  let here: unknown = data
  for (const step of place.slice(0, -1)) here = (here as Data | undefined)?.[String(step)]
  return here as Data | undefined
}

/** A YAML text with the places of its nodes. */
export interface Placed {
  yaml: string
  lines: LineCounter
  contents: Node | null
}

export function placed(yaml: string): Placed {
  const lines = new LineCounter()
  const { contents } = parseDocument(yaml, { lineCounter: lines })
  return { yaml, lines, contents }
}

/** The first and last line, 0-based, that an edit at a place may touch; none when it only adds lines. */
export function linesOf(
  { yaml, lines, contents }: Placed,
  place: Place,
): [first: number, last: number] | undefined {
  let node: Node | null | undefined = contents
  let start = 0
  for (const step of place) {
    if ((isMap(node) || isSeq(node)) && node.flow) return span(node, start, yaml, lines)
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(({ key }) => String(key) === step)
      const key = pair?.key
      if (!pair || !isNode(key)) return undefined
      start = key.range?.[0] ?? 0
      if (!isNode(pair.value)) return [lines.linePos(start).line - 1, lines.linePos(start).line - 1]
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)] as Node | undefined
      if (!node) return undefined
      start = node.range?.[0] ?? 0
    } else return undefined
  }
  return node ? span(node, start, yaml, lines) : undefined
}

function span(node: Node, start: number, yaml: string, lines: LineCounter): [number, number] {
  const end = start + yaml.slice(start, node.range?.[1]).trimEnd().length
  return [lines.linePos(start).line - 1, lines.linePos(end).line - 1]
}

/** Has a text lines that another, with lines added at one place, has not? */
export function changedLines(old: readonly string[], now: readonly string[]): boolean {
  const first = old.findIndex((line, index) => line !== now[index])
  const rest = first < 0 ? [] : old.slice(first)
  return !rest.every((line, index) => line === now.at(index - rest.length))
}
