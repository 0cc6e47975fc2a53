import { Composer, CST, isMap, isScalar, isSeq, Parser, stringify } from 'yaml'
import type { Document, Node, YAMLMap, YAMLSeq } from 'yaml'
import { aligned } from './align.ts'
import { below, isRecord, isUnsaid, meaning, withoutDefaults } from './reading.ts'
import type { FormData, Path, Reading } from './reading.ts'
import {
  block,
  editScalar,
  inline,
  insertLines,
  itemsOf,
  raw,
  removeItem,
  sourceToken,
} from './yaml-tokens.ts'
import type { Block, Item } from './yaml-tokens.ts'

/** Where an edit is: the field's path, how its values are read, and what it stands in. */
interface Place {
  path: Path
  reading: Reading
  inFlow: boolean
  afterKey: boolean
}

/**
 * A YAML text that says what `data` says, and differs from `text` only where that does: the tokens
 * of what was edited change and every other one is written back as it was read, so comments, order,
 * quotes, folded lines and blank lines stay. Whatever the text, the result parses to `data`: where
 * edited tokens would not (anchors, tags, several documents), the fields are written anew.
 */
export function mergeYaml(text: string, data: FormData, reading: Reading): string {
  const { tokens, document } = parsed(text)
  if (isMap(document?.contents)) {
    editMap(document.contents, data, { path: '', reading, inFlow: false, afterKey: false })
    const edited = tokens.map((token) => CST.stringify(token)).join('')
    if (says(edited, data, reading)) return edited
  }
  return stringify(withoutDefaults(data, reading), { lineWidth: 0 })
}

function parsed(text: string): { tokens: CST.Token[]; document: Document | undefined } {
  const tokens = [...new Parser().parse(text)]
  const options = { keepSourceTokens: true, version: '1.2', schema: 'core' } as const
  const [document, more] = new Composer(options).compose(tokens)
  return { tokens, document: more ? undefined : document }
}

function says(text: string, data: FormData, reading: Reading): boolean {
  const { document } = parsed(text)
  if (!document || document.errors.length > 0) return false
  return meaning(document.toJS({ maxAliasCount: 0 }), reading) === meaning(data, reading)
}

function editValue(node: Node, holder: Item, value: unknown, place: Place): void {
  const { path, reading } = place
  if (meaning(node.toJSON(), reading, path) === meaning(value, reading, path)) return
  if (isMap(node) && isRecord(value) && canEdit(node, value, place)) editMap(node, value, place)
  else if (isSeq(node) && Array.isArray(value) && canEdit(node, value, place))
    editSeq(node, value, place)
  else if (isScalar(node) && holder.value && !isRecord(value) && !Array.isArray(value))
    editScalar(holder.value, value, place)
  else replaceValue(holder, withoutDefaults(value, reading, path))
}

/** Within brackets values are changed in place; only a block takes more lines and fewer. */
function canEdit(node: YAMLMap | YAMLSeq, value: object, { reading, path }: Place): boolean {
  if (!node.flow) return true
  if (isSeq(node)) return Array.isArray(value) && value.length === node.items.length
  const keys = node.items.map(({ key }) => String(key)).sort()
  const said = Object.entries(value).filter(
    ([key, item]) => keys.includes(key) || !isUnsaid(item, reading, below(path, key)),
  )
  return String(said.map(([key]) => key).sort()) === String(keys)
}

/** What changes its kind, and a list in brackets that grows, becomes a value on one line. */
function replaceValue(holder: Item, value: unknown): void {
  holder.value = raw(inline(value), holder.value)
  if (holder.sep?.some(({ type }) => type === 'newline'))
    holder.sep = [sourceToken('map-value-ind', ':'), sourceToken('space', ' ')]
}

function editMap(map: YAMLMap, data: FormData, { path, reading, inFlow }: Place): void {
  // Nodes of a parsed text have their tokens.
  const token = map.srcToken as Block
  const pairs = new Map(map.items.map((pair) => [String(pair.key), pair]))
  for (const [key, pair] of pairs) {
    const holder = pair.srcToken as Item
    const at = below(path, key)
    const node = pair.value as Node | null
    const isLeftOut = data[key] === undefined || data[key] === null
    if (isLeftOut && isUnsaid(node?.toJSON(), reading, at)) continue
    if (isLeftOut) removeItem(token, holder)
    else if (!node || !holder.value) fillIn(holder, withoutDefaults(data[key], reading, at))
    else
      editValue(node, holder, data[key], {
        path: at,
        reading,
        inFlow: inFlow || !!map.flow,
        afterKey: true,
      })
  }
  addPairs(map, token, data, { path, reading })
}

/** A field that is new to the map stands after the one it follows in the form. */
function addPairs(
  map: YAMLMap,
  token: Block,
  data: FormData,
  { path, reading }: Pick<Place, 'path' | 'reading'>,
): void {
  const known = new Map(map.items.map((pair) => [String(pair.key), pair.srcToken as Item]))
  let before: Item | undefined
  for (const [key, value] of Object.entries(data)) {
    const at = below(path, key)
    if (known.has(key)) before = known.get(key)
    else if (!isUnsaid(value, reading, at))
      before = insertLines(
        token,
        before ?? [...known.values()].at(-1),
        block({ [key]: withoutDefaults(value, reading, at) }, token.indent),
      )
  }
}

/** A key that stands there without a value. */
function fillIn(holder: Item, value: unknown): void {
  const colon = holder.sep?.findIndex(({ type }) => type === 'map-value-ind') ?? -1
  if (colon >= 0) holder.sep?.splice(colon + 1, 0, sourceToken('space', ` ${inline(value)}`))
}

/** Items that stay keep their lines, wherever items before them come and go. */
function editSeq(seq: YAMLSeq, values: unknown[], { path, reading, inFlow }: Place): void {
  const token = seq.srcToken as Block
  const at = below(path, '*')
  const place = { path: at, reading, inFlow: inFlow || !!seq.flow, afterKey: false }
  // Comments after the last item are an item to the parser.
  const holders = itemsOf(token).filter((holder) => holder.value)
  // Items of a parsed list are nodes.
  const nodes = seq.items as Node[]
  let before: Item | undefined
  const steps = aligned(
    nodes.map((node) => meaning(node.toJSON(), reading, at)),
    values.map((value) => meaning(value, reading, at)),
  )
  for (const { old, now } of seq.flow
    ? values.map((_, place) => ({ old: place, now: place }))
    : steps) {
    const [node, holder] = [nodes[old ?? -1], holders[old ?? -1]]
    if (now === undefined) {
      if (holder) removeItem(token, holder)
    } else if (node && holder) {
      editValue(node, holder, values[now], place)
      before = holder
    } else {
      const lines = block([withoutDefaults(values[now], reading, at)], token.indent)
      before = insertLines(token, before, lines)
    }
  }
}
