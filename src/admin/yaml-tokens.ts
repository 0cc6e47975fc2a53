import { CST, stringify } from 'yaml'

const lineBreak = '\n'

/** A piece of text in the place of a token; what followed the token on its line stays. */
export function raw(source: string, before?: CST.Token): CST.FlowScalar {
  return { type: 'scalar', offset: -1, indent: 0, source, end: before ? endOf(before) : [] }
}

function endOf(token: CST.Token): CST.SourceToken[] {
  // The first of the closing tokens is the bracket.
  if (token.type === 'flow-collection') return token.end.slice(1)
  if ('end' in token && token.end) return token.end
  return CST.stringify(token).endsWith(lineBreak) ? [sourceToken('newline', lineBreak)] : []
}

export function sourceToken(type: CST.SourceToken['type'], source: string): CST.SourceToken {
  return { type, offset: -1, indent: 0, source }
}

/**
 * Change a scalar in its own style: quotes stay quotes and a block stays a block, unless the new value
 * needs another style to be read as what it is.
 */
export function editScalar(
  token: CST.Token,
  value: unknown,
  { inFlow, afterKey }: { inFlow: boolean; afterKey: boolean },
): void {
  CST.setScalarValue(token, String(value), { inFlow, afterKey, ...styleOf(token, value, inFlow) })
}

type Style = NonNullable<NonNullable<Parameters<typeof CST.setScalarValue>[2]>['type']>

function styleOf(token: CST.Token, value: unknown, inFlow: boolean): { type?: Style } {
  if (typeof value !== 'string') return { type: 'PLAIN' }
  if (token.type !== 'scalar') return {}
  if (value.includes(lineBreak)) return { type: inFlow ? 'QUOTE_DOUBLE' : 'BLOCK_LITERAL' }
  const source = inFlow ? inline(value) : block([value]).slice('- '.length)
  return { type: /^["'|>]/.test(source) ? 'QUOTE_DOUBLE' : 'PLAIN' }
}

/** A value on one line, in the house's form: `[a, b]`, `{ a: b }`. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${key}: ${inline(item)}`)
      .join(', ')} }`
  const [text = ''] = stringify([value], {
    lineWidth: 0,
    collectionStyle: 'flow',
    flowCollectionPadding: false,
  }).split(lineBreak)
  return text.slice(1, -1)
}

/** A value in lines of its own, so many columns in; ends with a line break. */
export function block(value: unknown, column = 0): string {
  return stringify(value, { lineWidth: 0 }).replace(/^(?=.)/gm, ' '.repeat(column))
}

/** A map or list in lines of its own. */
export type Block = CST.BlockMap | CST.BlockSequence
/** A pair of a map, or an item of a list. */
export type Item = CST.CollectionItem

/** The items of a map and of a list differ in what they must have; as they are written they are alike. */
export const itemsOf = (token: Block): Item[] => token.items as Item[]

/** Put lines into a block after an item, or before its first; returns what stands there now. */
export function insertLines(token: Block, after: Item | undefined, lines: string): Item {
  const items = itemsOf(token)
  const place = after ? items.indexOf(after) + 1 : 0
  const item: Item = { start: [sourceToken('space', lines)] }
  const indent = sourceToken('space', ' '.repeat(token.indent))
  // The first line of a block begins where its parent has indented already.
  if (!after) {
    item.start = [sourceToken('space', lines.slice(token.indent))]
    items[0]?.start.unshift(indent)
  } else if (!CST.stringify(after).endsWith(lineBreak))
    // The file ends here, without a line break.
    item.start = [sourceToken('space', lineBreak + lines.slice(0, -1))]
  items.splice(place, 0, item)
  return item
}

/** Take an item out of a block; the comments above it stay. */
export function removeItem(token: Block, item: Item): void {
  const items = itemsOf(token)
  const place = items.indexOf(item)
  const above = item.start.slice(0, lastLineBreak(item.start) + 1)
  const isFirst = place === 0
  items.splice(place, 1)
  const next = items[place]
  if (next) next.start.unshift(...above)
  else if (above.length > 0) items.push({ start: above })
  while (isFirst && next && /^(space|newline)$/.test(next.start[0]?.type ?? '')) next.start.shift()
}

const lastLineBreak = (tokens: readonly CST.SourceToken[]): number =>
  tokens.map(({ type }) => type).lastIndexOf('newline')
