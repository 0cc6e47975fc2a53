import type { Token } from 'markdown-it'
import type { ListPlace, Run, WordBlock } from '../formats/word/blocks.ts'

/** Where a reader of tokens stands: lists from outside in, and whether a callout or a table is open. */
interface Place {
  lists: { list: number; numbered: boolean }[]
  /** The next paragraph is the first of its list item, and takes the mark. */
  begins: boolean
  note: boolean
  count: number
  table?: Extract<WordBlock, { kind: 'table' }> & { inHead: boolean }
}

/**
 * A parsed body as blocks of a document. Pictures and notes stay on the page: they need their sources
 * and alternative texts beside them.
 */
export function wordBlocks(tokens: readonly Token[]): WordBlock[] {
  const place: Place = { lists: [], begins: false, note: false, count: 0 }
  return tokens.flatMap((token, index) => blocksOf(token, tokens[index - 1], place))
}

function blocksOf(token: Token, before: Token | undefined, place: Place): WordBlock[] {
  if (token.type === 'inline') return inlineBlocks(runsOf(token), before, place)
  if (token.type.startsWith('container_')) return callout(token, place)
  switch (token.type) {
    case 'bullet_list_open':
    case 'ordered_list_open':
      place.lists.push({ list: ++place.count, numbered: token.type === 'ordered_list_open' })
      return []
    case 'bullet_list_close':
    case 'ordered_list_close':
      place.lists.pop()
      return []
    case 'list_item_open':
      place.begins = true
      return []
    case 'table_open':
      place.table = { kind: 'table', head: [], rows: [], inHead: true }
      return []
    case 'tbody_open':
      if (place.table) place.table.inHead = false
      return []
    case 'tr_open':
      if (place.table && !place.table.inHead) place.table.rows.push([])
      return []
    case 'table_close':
      return tableDone(place)
    case 'fence':
    case 'code_block':
      return [{ kind: 'paragraph', runs: [{ text: token.content.trimEnd() }], note: true }]
    default:
      return []
  }
}

/** A callout begins with the word it is known by, in bold. */
function callout(token: Token, place: Place): WordBlock[] {
  place.note = token.nesting === 1
  const title = token.info.trim().replace(/^\S+\s*/, '')
  return place.note && title
    ? [{ kind: 'paragraph', runs: [{ text: title, bold: true }], note: true }]
    : []
}

function inlineBlocks(runs: Run[], before: Token | undefined, place: Place): WordBlock[] {
  if (place.table) {
    const row = place.table.inHead ? place.table.head : place.table.rows.at(-1)
    row?.push(runs)
    return []
  }
  if (before?.type === 'heading_open')
    return [{ kind: 'heading', level: before.tag === 'h2' ? 1 : 2, runs }]
  if (runs.length === 0) return []
  const inner = place.lists.at(-1)
  const marked: ListPlace | undefined =
    inner && place.begins ? { ...inner, level: place.lists.length - 1 } : undefined
  place.begins = false
  return [
    {
      kind: 'paragraph',
      runs,
      ...(marked ? { place: marked } : {}),
      ...(place.note ? { note: true } : {}),
    },
  ]
}

function tableDone(place: Place): WordBlock[] {
  if (!place.table) return []
  const { kind, head, rows } = place.table
  place.table = undefined
  return [{ kind, head, rows }]
}

/** The text of an inline token as runs: bold where it is strong, links by their words. */
function runsOf({ children }: Token): Run[] {
  const runs: Run[] = []
  let bold = false
  for (const { type, content } of children ?? []) {
    if (type === 'strong_open' || type === 'strong_close') bold = type === 'strong_open'
    const text = textOf(type, content)
    if (text) runs.push({ text, ...(bold ? { bold: true } : {}) })
  }
  return runs
}

function textOf(type: string, content: string): string {
  if (type === 'hardbreak') return '\n'
  return type === 'text' || type === 'code_inline' ? content : ''
}
