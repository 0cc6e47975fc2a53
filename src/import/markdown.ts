import { plainOf, plainOfBlocks } from './blocks.ts'
import type { Block, Code, ImportFinding, Paragraph, Table } from './blocks.ts'
import { lineStart, inlineMarkdown } from './inline-markdown.ts'
import type { InlineContext } from './inline-markdown.ts'
import type { Placed } from './outline.ts'

interface Written {
  text: string
  findings: ImportFinding[]
}

interface WriteContext extends InlineContext {
  notes: ReadonlyMap<string, Block[]>
  /** A picture as a paragraph, or undefined when it cannot be shown. */
  picture: (index: number) => string | undefined
}

/** Blocks as the portal's Markdown, notes at the end. */
export function writeMarkdown(placed: readonly Placed[], context: WriteContext): Written {
  const writer = new Writer(context)
  const body = writer.blocks(placed)
  const notes = writer.notes()
  return { text: [...body, ...notes].join('\n\n'), findings: writer.findings }
}

class Writer {
  readonly findings: ImportFinding[] = []
  readonly #context: WriteContext
  #depths: number[] = []

  constructor(context: WriteContext) {
    this.#context = context
  }

  blocks(placed: readonly Placed[]): string[] {
    const parts: string[] = []
    let inList = false
    for (const block of placed) {
      const item = block.kind === 'paragraph' ? this.#item(block) : undefined
      if (item !== undefined && inList) parts[parts.length - 1] += `\n${item.text}`
      else if (item !== undefined) parts.push(item.text)
      else parts.push(...this.#block(block))
      if (item === undefined) this.#depths = []
      if (item?.pictures.length) parts.push(...item.pictures)
      inList = item !== undefined && item.pictures.length === 0
    }
    return parts.filter((part) => part.trim() !== '')
  }

  /** Every note that the text marks, once, in the order of the marks. */
  notes(): string[] {
    const { notes, noteNumbers } = this.#context
    return [...noteNumbers].map(([mark, number]) => {
      const parts = this.blocks(notes.get(mark) ?? [])
      const [first = '（原文没有注释的文字）', ...rest] = parts
      return [`[^${number}]: ${first}`, ...rest.map((part) => part.replace(/^/gm, '    '))].join(
        '\n\n',
      )
    })
  }

  #block(block: Placed): string[] {
    if (block.kind === 'heading') return [`${'#'.repeat(block.level)} ${this.#plain(block.text)}`]
    if (block.kind === 'table') return this.#table(block)
    if (block.kind === 'code') return [fenced(block)]
    const label = block.label && plainOf(block.inlines).trim() !== '' ? labelText(block) : ''
    const lines = [...this.#lines(block, label), ...this.#pictures(block)]
    return block.quote ? [lines.map((line) => `> ${line}`).join('\n>\n')] : lines
  }

  /** Paragraphs; a line break typed inside one begins another. */
  #lines({ inlines }: Paragraph, label: string): string[] {
    const text = label + inlineMarkdown(inlines, this.#context)
    return text.split('\n').map((line) => lineStart(line.trim()))
  }

  #pictures({ inlines }: Paragraph): string[] {
    return inlines.flatMap((one) => {
      if (one.kind !== 'picture') return []
      return this.#context.picture(one.picture) ?? []
    })
  }

  /** A list item; undefined when the paragraph is none. */
  #item(block: Paragraph): { text: string; pictures: string[] } | undefined {
    const { label, inlines } = block
    if (!label || block.quote || block.level !== undefined || plainOf(inlines).trim() === '')
      return undefined
    const isOrdered = /^[（(]?\d+[)）.．、]?$/.test(label.text)
    if (!label.bullet && !isOrdered) return undefined
    const depth = Math.min(label.depth, this.#depths.length)
    this.#depths = this.#depths.slice(0, depth)
    const indent = ' '.repeat(this.#depths.reduce((sum, width) => sum + width, 0))
    const marker = label.bullet ? '- ' : `${label.value}. `
    this.#depths.push(marker.length)
    const inside = `${indent}${' '.repeat(marker.length)}`
    const [first = '', ...rest] = this.#lines(block, '')
    const text = [
      `${indent}${marker}${first}`,
      ...rest.filter(Boolean).map((line) => `\n${inside}${line}`),
    ]
    return { text: text.join('\n'), pictures: this.#pictures(block) }
  }

  #table(table: Table): string[] {
    const columns = Math.max(...table.rows.map((row) => row.length))
    const isLayout = columns <= 1 || table.rows.some((row) => row.some(isLong))
    if (isLayout) {
      if (columns > 1)
        this.findings.push({
          kind: 'guessed',
          message: '表格的格子里有很多段落，像是用来排版的，拆成了普通段落，请核对次序。',
          text: plainOfBlocks([table]).slice(0, 80),
          repeats: true,
        })
      return this.blocks(table.rows.flatMap((row) => row.flat()))
    }
    const after: string[] = []
    const rows = table.rows.map((row) => {
      const cells = Array.from({ length: columns }, (_, index) =>
        this.#cell(row[index] ?? [], after),
      )
      return `| ${cells.join(' | ')} |`
    })
    const [head = '', ...body] = rows
    const line = `|${' --- |'.repeat(columns)}`
    return [[head, line, ...body].join('\n'), ...after]
  }

  #cell(blocks: readonly Block[], after: string[]): string {
    const texts = blocks.map((block) => {
      if (block.kind === 'table') {
        this.findings.push({ kind: 'guessed', message: '表格里面的表格移到了外层表格的下面。' })
        after.push(...this.#table(block))
        return ''
      }
      if (block.kind === 'code') return block.text.replace(/\n/g, ' ')
      after.push(...this.#pictures(block))
      return (
        (block.label && !block.label.bullet ? labelText(block) : '') +
        inlineMarkdown(block.inlines, this.#context)
      )
    })
    return texts
      .filter(Boolean)
      .join(' ')
      .replace(/\s*\n\s*/g, ' ')
      .replace(/(?<!\\)\|/g, '\\|')
      .trim()
  }

  #plain(text: string): string {
    return inlineMarkdown([{ kind: 'text', text }], this.#context)
      .replace(/\n/g, ' ')
      .trim()
  }
}

/** A cell that holds paragraphs after paragraphs is a piece of the page, not of a table. */
function isLong(cell: readonly Block[]): boolean {
  return cell.filter((block) => plainOfBlocks([block]).trim().length > 60).length > 2
}

function labelText({ label }: Paragraph): string {
  if (!label || label.bullet) return ''
  // A blank between a digit and Chinese is taken out: the digit would seem a part of the text.
  if (/\d$/.test(label.text)) return `${label.text}、`
  return /[\p{P}\p{S}]$/u.test(label.text) ? label.text : `${label.text} `
}

function fenced({ text }: Code): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text}\n${fence}`
}
