import { isCollection, isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml'
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml'
import type { FormData } from './entry-format.ts'

interface Edit {
  start: number
  end: number
  text: string
}

/** The smallest edits that make a YAML text say what `data` says. */
export function mergeYaml(text: string, data: FormData): string {
  const { contents } = parseDocument(text, { version: '1.2', schema: 'core' })
  if (!isMap(contents)) return stringify(data, { lineWidth: 0 })
  const edits = editsOfMap(contents, data, text)
  return edits
    .sort((one, other) => other.start - one.start)
    .reduce(
      (result, { start, end, text }) => result.slice(0, start) + text + result.slice(end),
      text,
    )
}

function editsOf(node: Node, value: unknown, text: string): Edit[] {
  if (says(node, value)) return []
  if (isMap(node) && isRecord(value) && !node.flow) return editsOfMap(node, value, text)
  if (isSeq(node) && Array.isArray(value) && !node.flow) return editsOfSeq(node, value, text)
  const [start, end] = rangeOf(node)
  if (isCollection(node) && !node.flow)
    return [{ start, end, text: block(value, columnOf(text, start)) }]
  return [{ start, end, text: inline(value) }]
}

function editsOfMap(map: YAMLMap, data: FormData, text: string): Edit[] {
  const known = new Set<string>()
  const edits = map.items.flatMap((pair) => {
    const key = String(isScalar(pair.key) ? pair.key.value : pair.key)
    known.add(key)
    const value = data[key]
    if (value === undefined || value === null)
      return isEmpty(pair.value) ? [] : [removal(pair, text)]
    // A pair of a parsed document holds a node, or nothing when the value was left out.
    const node = pair.value as Node | null
    if (node && !isUnwritten(node)) return editsOf(node, value, text)
    return [{ ...lineEnd(pair, text), text: ` ${inline(value)}` }]
  })
  const added = Object.entries(data).filter(
    ([key, value]) => !known.has(key) && value !== undefined,
  )
  if (added.length === 0) return edits
  const column = columnOf(text, rangeOf(map)[0])
  const at = endOf(map, text)
  const lines = added.map(([key, value]) =>
    indented(stringify({ [key]: value }, { lineWidth: 0 }), column),
  )
  return [...edits, { start: at, end: at, text: lines.join('') }]
}

/** Items that stay in front keep their lines; what follows the first difference is written anew. */
function editsOfSeq(seq: YAMLSeq, values: unknown[], text: string): Edit[] {
  // Items of a parsed list are nodes.
  const items = seq.items as Node[]
  if (items.length === values.length)
    return items.flatMap((item, index) => editsOf(item, values[index], text))
  const column = columnOf(text, rangeOf(seq)[0])
  const firstChange = items.findIndex(
    (item, index) => index >= values.length || !says(item, values[index]),
  )
  const kept = firstChange < 0 ? items.length : firstChange
  const end = endOf(seq, text)
  const next = items[kept]
  const start = next ? lineStart(text, rangeOf(next)[0]) : end
  const rest = values.slice(kept)
  return [
    {
      start,
      end,
      text: rest.length === 0 ? '' : indented(stringify(rest, { lineWidth: 0 }), column),
    },
  ]
}

/** Does a node say what a form field holds? The form turns numbers and truth values into text and back. */
function says(node: unknown, value: unknown): boolean {
  if (isScalar(node))
    return !isRecord(value) && !Array.isArray(value) && String(node.value) === String(value)
  if (isSeq(node))
    return (
      Array.isArray(value) &&
      node.items.length === value.length &&
      node.items.every((item, index) => says(item, value[index]))
    )
  if (!isMap(node) || !isRecord(value)) return false
  const keys = Object.keys(value).filter((key) => value[key] !== undefined)
  return (
    keys.every((key) => says(node.get(key, true), value[key])) &&
    node.items.every(
      (pair) =>
        isEmpty(pair.value) ||
        keys.includes(String(isScalar(pair.key) ? pair.key.value : pair.key)),
    )
  )
}

const isRecord = (value: unknown): value is FormData =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isUnwritten = (node: Node): boolean => rangeOf(node)[0] === rangeOf(node)[1]

/** A form does not tell an empty list or text from one that is left out. */
function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    (isScalar(value) && (value.value === null || value.value === '')) ||
    (isCollection(value) && value.items.length === 0)
  )
}

function rangeOf(node: Node): [start: number, end: number] {
  // Every node of a parsed document has its range.
  const [start, end] = node.range as [number, number, number]
  return [start, end]
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end + 1
}

/** Offset after the last line of a collection. */
function endOf(collection: Node, text: string): number {
  const [, end] = rangeOf(collection)
  return text[end - 1] === '\n' ? end : nextLine(text, end)
}

const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset)

function lineEnd(pair: Pair, text: string): { start: number; end: number } {
  const [, end] = rangeOf(pair.key as Node)
  const at = text.indexOf(':', end) + 1
  return { start: at, end: at }
}

function removal(pair: Pair, text: string): Edit {
  const [start] = rangeOf(pair.key as Node)
  const value = pair.value as Node | null
  return {
    start: lineStart(text, start),
    end: value ? endOf(value, text) : nextLine(text, start),
    text: '',
  }
}

/** A value on one line, in the house's form: `[a, b]`, `{ a: b }`. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (isRecord(value))
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${key}: ${inline(item)}`)
      .join(', ')} }`
  const [text = ''] = stringify([value], {
    lineWidth: 0,
    collectionStyle: 'flow',
    flowCollectionPadding: false,
  }).split('\n')
  return text.slice(1, -1)
}

function block(value: unknown, column: number): string {
  return indented(stringify(value, { lineWidth: 0 }), column)
    .trimStart()
    .replace(/\n$/, '')
}

function indented(text: string, column: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(column))
}
