import type { Token } from 'markdown-it'
import type { Loss, LossKind } from './lost-text.ts'
import type { Body } from './markdown.ts'
import { lineStarts, rowOf } from './positions.ts'
import { attribute } from './render.ts'

/** Marks of blocks before the text of a line: quotations, items, notes, headings, cells. */
const opening =
  /^(?:[ \t>|]|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]\s]+\]:|#{1,6}(?=[ \t]|$))*/
const note = /^ {0,3}\[\^[^\]\s]{1,80}\]:/

/** Which stretch of each line of a body is accounted for by its blocks. */
export class LineCoverage {
  private readonly lines: string[]
  private readonly starts: number[]
  /** Per line, the columns accounted for, in order. */
  private readonly spans: [from: number, to: number][][] = []
  private readonly tables = new Set<number>()

  constructor(text: string) {
    this.lines = text.split('\n')
    this.starts = lineStarts(this.lines)
  }

  coverInline(token: Token, { source }: Pick<Body, 'source'>): void {
    let at = 0
    for (const part of token.content.split('\n')) {
      const first = at + part.length - part.trimStart().length
      const last = at + part.trimEnd().length - 1
      at += part.length + 1
      if (last >= first) this.cover(source.offset(token, first), source.offset(token, last) + 1)
    }
  }

  /** The text of a fence, and its two rows of marks; the word after the first is not for readers. */
  coverFence({ map, info, content, markup }: Token): Loss[] {
    const [from, to] = map ?? [0, 0]
    content.split('\n').forEach((row, index) => {
      if (row === '') return
      const line = this.lines[from + 1 + index] ?? ''
      // Tabs before the text may have become blanks.
      if (line.trimEnd().endsWith(row.trim())) this.coverRow(from + 1 + index)
    })
    this.coverRow(from)
    const isClosed = to - 1 > from && this.isClosing(to - 1, markup)
    if (isClosed) this.coverRow(to - 1)
    else return [{ kind: 'fence', ...this.placeOf(from) }]
    if (/^[\w+#.-]*$/.test(info.trim())) return []
    const start = this.start(from) + (this.lines[from] ?? '').indexOf(info.trim())
    return [{ kind: 'info', from: start, to: start + info.trim().length }]
  }

  /** Rows of nothing but marks: a rule, the line under a table's header, the ends of a callout. */
  coverMarks({ type, map }: Token): void {
    const [from, to] = map ?? [0, 0]
    if (type === 'hr') this.coverRow(from)
    else if (type === 'table_open') {
      this.coverRow(from + 1)
      for (let row = from; row < to; row++) this.tables.add(row)
    } else {
      this.coverRow(from)
      if (/^[\s>]*:{3,}\s*$/.test(this.lines[to] ?? '')) this.coverRow(to)
    }
  }

  /** Numbers of items that are shown otherwise than typed; `1.` before every item counts by itself. */
  renumbered(tokens: readonly Token[], open: number): Loss[] {
    const items = itemsOf(tokens, open)
    const first = Number(attribute(tokens[open], 'start') || 1)
    const inner = tokens[open + 2]
    const [row] = tokens[open]?.map ?? [0]
    // `2021. 6. 9` would be a list in a list, and `2021. ` one of many items.
    if (first > 999 || (inner?.type === 'ordered_list_open' && inner.map?.[0] === row))
      return [{ kind: 'date', ...this.placeOf(row) }]
    if (items.every(({ info }) => info === '1')) return []
    return items.flatMap(({ info, map }, index) => {
      const shown = String(first + index)
      const row = map?.[0] ?? 0
      const column = (this.lines[row] ?? '').indexOf(info)
      if (info === shown || column < 0) return []
      const from = this.start(row) + column
      return { kind: 'number', from, to: from + info.length, shown }
    })
  }

  /** What no token accounts for, line by line; lines that follow one another are one loss. */
  uncovered(): Loss[] {
    const losses: Loss[] = []
    let last = -1
    this.lines.forEach((line, row) => {
      for (const [from, to] of this.gaps(line, row)) {
        const before = losses.at(-1)
        const loss = { from: this.start(row) + from, to: this.start(row) + to }
        if (before && last === row - 1 && from === indentOf(line)) before.to = loss.to
        else losses.push({ kind: this.kindOf(line, row, from), ...loss })
        last = row
      }
    })
    return losses
  }

  private kindOf(line: string, row: number, from: number): LossKind {
    if (this.tables.has(row)) return 'cell'
    if (note.test(line)) return 'note'
    return from > 0 && /^#+\s*$/.test(line.slice(from)) ? 'closing' : 'text'
  }

  private gaps(line: string, row: number): [number, number][] {
    const spans = this.spans[row] ?? []
    const lead = opening.exec(line)?.[0].length ?? 0
    const first = spans[0]?.[0] ?? line.length
    const gaps: [number, number][] = []
    let at = Math.min(lead, first)
    for (const [from, to] of [...spans, [line.length, line.length] as const]) {
      const gap = line.slice(at, from)
      if (from > at && !this.isMark(gap, line, row)) gaps.push(trimmed(line, at, from))
      at = Math.max(at, to)
    }
    return gaps
  }

  /** What may stand between and after the texts of a line: cells' pipes, the end of a heading. */
  private isMark(gap: string, line: string, row: number): boolean {
    if (gap.trim() === '') return true
    // The backslash of a pipe that begins a cell's text is a mark too.
    if (this.tables.has(row)) return /^[\s|>]*\\?$/.test(gap)
    const closing = /^\s*(#+)\s*$/.exec(gap)?.[1]
    return closing !== undefined && /^[^#]*(#+)/.exec(line)?.[1] === closing
  }

  private isClosing(row: number, markup: string): boolean {
    const line = (this.lines[row] ?? '').replace(/^[\s>]*/, '').trimEnd()
    return line.length >= markup.length && line === markup.charAt(0).repeat(line.length)
  }

  private placeOf(row: number): { from: number; to: number } {
    const [from, to] = trimmed(this.lines[row] ?? '', 0, Infinity)
    return { from: this.start(row) + from, to: this.start(row) + to }
  }

  private cover(from: number, to: number): void {
    const row = rowOf(this.starts, from)
    const start = this.start(row)
    ;(this.spans[row] ??= []).push([from - start, to - start])
  }

  private coverRow(row: number): void {
    this.spans[row] = [[0, this.lines[row]?.length ?? 0]]
  }

  private start(row: number): number {
    return this.starts[row] ?? 0
  }
}

function itemsOf(tokens: readonly Token[], open: number): Token[] {
  const level = tokens[open]?.level ?? 0
  const items: Token[] = []
  for (let at = open + 1; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token || (token.type === 'ordered_list_close' && token.level === level)) break
    if (token.type === 'list_item_open' && token.level === level + 1) items.push(token)
  }
  return items
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

function trimmed(line: string, from: number, to: number): [number, number] {
  const text = line.slice(from, to)
  return [from + indentOf(text), from + text.trimEnd().length]
}
