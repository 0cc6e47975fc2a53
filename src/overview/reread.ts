import { isMap, isScalar, parseDocument, stringify } from 'yaml'
import type { Pair, YAMLMap } from 'yaml'
import type { Library } from '../content/library.ts'
import { asOf } from '../model/dates.ts'
import { placeOf, readingOf, readings, wordsShown } from '../model/sources.ts'
import type { Fact } from '../model/sources.ts'
import type { FactUse } from './facts.ts'

/** Who read a fact a second time and what came of it. */
export type Rereading = NonNullable<Fact['reread']>

/** Days after which a second reading is due again. */
const rereadAfter = 365

/** Whether a published page rests on a fact that nobody read twice, or that is to be read again. */
export function isDue({ fact, cited }: Pick<FactUse, 'fact' | 'cited'>, today: string): boolean {
  if (!fact.verified || cited.length === 0) return false
  if (!fact.reread || fact.reread.differs !== undefined) return true
  return (Date.parse(today) - Date.parse(fact.reread.date)) / 86_400_000 > rereadAfter
}

/** A fact beside its source's words and the sentences that rest on it, for a second reader. */
export function rereadCard({ fact, source, cited }: FactUse, { entries }: Library): string {
  const files = new Map(entries.map(({ file, text }) => [file, text]))
  const uses = cited.map(({ file, line }) => {
    const sentence = files.get(file)?.split('\n')[line - 1]?.trim() ?? ''
    return `  ${file}:${line}\n    ${sentence}`
  })
  const place = placeOf(fact)
  const row = (label: string, text: string | undefined) => (text ? [`${label}  ${text}`] : [])
  return [
    `${fact.id}（${source.title}）`,
    ...row('事实  　', fact.statement.trim()),
    ...row('原文用词', wordsShown(fact.words) || '没有抄'),
    ...row('位置  　', place),
    ...row('时点  　', asOf({ fact, source })),
    ...row('读到  　', readings[readingOf(fact, source)]),
    ...row('上次复读', fact.reread && `${fact.reread.date} ${fact.reread.role}`),
    ...row('对不上的', fact.reread?.differs),
    ...row('打开原文', source.url ?? source.url_note),
    cited.length > 0 ? `用在${cited.length}处：` : '没有引用',
    ...uses,
  ].join('\n')
}

/**
 * The text of a file of `seeds/` with a fact's second reading written in; undefined when the file has
 * no such fact. Nothing else of the text changes.
 */
export function withRereading(text: string, id: string, rereading: Rereading): string | undefined {
  const facts = parseDocument(text).get('facts')
  const items: unknown[] = isItems(facts) ? facts.items : []
  const fact = items.find((item): item is YAMLMap => isMap(item) && item.get('id') === id)
  if (!fact) return undefined
  const line = `reread: ${flow(rereading)}`
  const pair = fact.items.find(({ key }) => keyOf(key) === 'reread')
  const last = endOf(fact.items.at(-1)?.value)
  const end = fact.flow ? last : lineEnd(text, last)
  const [from, to] = pair ? rangeOf(pair) : [end, end]
  if (fact.flow) return pair ? splice(text, from, to, line) : splice(text, from, to, `, ${line}`)
  return splice(text, from, to, pair ? line : `\n${indentOf(text, fact)}${line}`)
}

function isItems(node: unknown): node is { items: unknown[] } {
  return typeof node === 'object' && node !== null && 'items' in node
}

function keyOf(key: unknown): unknown {
  return isScalar(key) ? key.value : key
}

/** The end of the line that a value ends on: a comment after it stays with it. */
function lineEnd(text: string, at: number): number {
  const next = text.indexOf('\n', text.slice(0, at).trimEnd().length)
  return next < 0 ? text.length : next
}

/** `{ date: 2026-11-29, role: 第二编辑 }` on one line. */
function flow(rereading: Rereading): string {
  const parts = Object.entries(rereading).map(([key, value]) => `${key}: ${scalar(value)}`)
  return `{ ${parts.join(', ')} }`
}

/** Text inside a flow collection: quoted where a comma or a bracket would end it. */
function scalar(value: string): string {
  return stringify([value], { collectionStyle: 'flow', lineWidth: 0 }).trim().slice(2, -2)
}

function rangeOf({ key, value }: Pair): [number, number] {
  return [startOf(key), endOf(value)]
}

function startOf(node: unknown): number {
  return ranged(node)?.[0] ?? 0
}

/** Where a node's own text ends, without the line break after it. */
function endOf(node: unknown): number {
  if (isMap(node) && !node.flow) return endOf(node.items.at(-1)?.value)
  return ranged(node)?.[1] ?? 0
}

function ranged(node: unknown): readonly number[] | undefined {
  const isNode = typeof node === 'object' && node !== null && 'range' in node
  return isNode ? (node.range as readonly number[] | undefined) : undefined
}

function indentOf(text: string, fact: YAMLMap): string {
  const start = startOf(fact.items[0]?.key)
  return ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1))
}

function splice(text: string, from: number, to: number, insert: string): string {
  // A plain scalar's range may reach over the spaces after it.
  const end = from === to ? text.slice(0, to).trimEnd().length : to
  return text.slice(0, from === to ? end : from) + insert + text.slice(from === to ? to : end)
}
