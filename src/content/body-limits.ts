import type { Issue } from '../model/issue.ts'

/** What a body may hold: many times more than any page needs, and little enough to read in time. */
export const bodyLimits = {
  characters: 300_000,
  /** Characters of a line. */
  line: 5000,
  lines: 10_000,
  /** Marks of Markdown such as `*` and `[` in one paragraph, and in a whole body. */
  marksTogether: 3000,
  marks: 60_000,
  /** Columns before the first word of a line: white space, `>` and list marks. */
  indent: 200,
}

/** markdown-it takes, for the worst texts, time in proportion to the square of a paragraph's marks. */
const effort = bodyLimits.marksTogether ** 2

type Fault = Omit<Issue, 'file'>

/**
 * Why a body would take too long to parse, if it would: the first place where it goes too far. It
 * reads each line once and overestimates, so that what passes is parsed in well under a second.
 */
export function bodyFault(body: string, firstLine: number): Fault | undefined {
  const blocks = new Blocks()
  let row = 0
  let characters = 0
  for (const line of lines(body)) {
    const place = (column: number) => ({ line: firstLine + row, column })
    if (line.length > bodyLimits.line)
      return {
        ...place(bodyLimits.line + 1),
        endLine: firstLine + row,
        endColumn: line.length + 1,
        rule: 'line-within-length',
        severity: 'error',
        ...longLine(line.length),
      }
    const fault = blocks.read(line)
    if (fault) return { ...fault, ...place(fault.column) }
    characters += line.length + 1
    if (characters > bodyLimits.characters)
      return excess(`到这里为止，正文超过 ${bodyLimits.characters} 个字符。`, place(1))
    if (++row > bodyLimits.lines) return excess(`正文超过 ${bodyLimits.lines} 行。`, place(1))
  }
  return undefined
}

/** What a line says that is longer than any line an editor writes. */
export function longLine(length: number): { message: string; hint: string } {
  return {
    message: `这一行有 ${length} 个字符，超过 ${bodyLimits.line} 个。`,
    hint: '在句号后面换行，或分成几段；粘贴进来的图片数据请删去。',
  }
}

function excess(message: string, place: { line: number; column: number }): Fault {
  const hint = '正文太多、太密，读不完。拆成几篇；粘贴进来的数据、代码或整页网页请删去。'
  return { ...place, rule: 'body-within-limits', severity: 'error', message, hint }
}

const marks = /[*_[\]!<>&`\\~^]/g
const prefix = /^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/
const item = /^(?: {0,3}>)*[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/
/** Items that begin even in the middle of a paragraph. */
const plainItem = /^(?: {0,3}>)* {0,3}[-+*][ \t]+\S/
/** Dashes, and between two rows of them any of `:`, white space and `|`, each way of reading it but one ruled out. */
const delimiters =
  /^[ \t>]*(?:\|[ \t]*)?:?-+(?:(?:::?|:?(?:[ \t]+(?:\|[ \t]*)?|\|[ \t]*):?)-+)*:?[ \t]*\|?$/

/** Follows which lines are parsed together, and counts what that may cost. */
class Blocks {
  private fence = ''
  private kind: 'text' | 'list' | 'table' = 'text'
  private before = ''
  private together = 0
  private total = 0
  private cost = 0

  read(line: string): Fault | undefined {
    if (this.isCode(line)) return undefined
    const indent = prefix.exec(line)?.[0].length ?? 0
    if (indent > bodyLimits.indent)
      return excess('这一行前面的空格、引用号或列表号太多。', {
        line: 0,
        column: bodyLimits.indent + 1,
      })
    if (this.startsBlock(line)) this.together = 0
    const count = line.match(marks)?.length ?? 0
    this.cost += count * (2 * this.together + count)
    this.together += count
    this.total += count
    const place = { line: 0, column: 1 }
    if (this.together > bodyLimits.marksTogether)
      return excess(`从这一段开头到这里，标记符号超过 ${bodyLimits.marksTogether} 个。`, place)
    if (this.cost > effort || this.total > bodyLimits.marks)
      return excess('到这里为止，正文里的标记符号太多。', place)
    return undefined
  }

  /** Only a fence without indentation is followed: others may end with what they stand in. */
  private isCode(line: string): boolean {
    if (this.fence !== '') {
      // The end of a callout ends what is open inside it.
      if (line.startsWith(this.fence) || line.startsWith(':::')) this.fence = ''
      return this.fence !== ''
    }
    this.fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[0] ?? ''
    return this.fence !== ''
  }

  /** Items and rows are parsed one by one; where that is not certain, a line goes on with the last. */
  private startsBlock(line: string): boolean {
    const { before } = this
    const isBlank = /^[\s>]*$/.test(line)
    this.before = isBlank ? '' : line
    if (isBlank) this.kind = 'text'
    else if (before === '' && item.test(line)) this.kind = 'list'
    else if (
      before.includes('|') &&
      cells(before) > 1 &&
      delimiters.test(line) &&
      cells(before) === cells(line)
    )
      this.kind = 'table'
    if (isBlank || this.kind === 'table') return true
    return this.kind === 'list' ? item.test(line) : plainItem.test(line)
  }
}

/** Cells of a table's row. */
function cells(line: string): number {
  return line.replace(/^[\s>]*\|?|\|?\s*$/g, '').split(/(?<!\\)\|/).length
}

function* lines(text: string): Generator<string> {
  for (let at = 0; at <= text.length;) {
    const feed = text.indexOf('\n', at)
    const end = feed < 0 ? text.length : feed
    yield text.slice(at, end)
    at = end + 1
  }
}
