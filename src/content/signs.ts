import type { MarkdownIt } from 'markdown-it'

type BlockRule = ReturnType<MarkdownIt['block']['ruler']['getRules']>[number]

/** A number and at most three letters of its unit: the left side of `5米*8米`, `20人~~30人`. */
const amount = /\d[\d.,]*[\p{L}%℃]{0,3}$/u
/** Chinese punctuation that Unicode also counts as Western. */
const shared = /[“”‘’—…·]/
const space = /\s/

/**
 * Signs stay signs: `5*8`, `20~~30`, `A*2` open and close no emphasis, and `>60%` begins no quotation.
 * Marks beside Chinese quotation marks work as beside any other Chinese character.
 */
export function signs(markdown: MarkdownIt): void {
  const Previous = markdown.inline.State
  markdown.inline.State = class extends Previous {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord)
      const { src } = this
      const [before = '', after = ''] = [src[start - 1], src[start + scanned.length]]
      const mark = src.slice(start, start + scanned.length)
      if (isSign(mark, src.slice(Math.max(0, start - 16), start), after))
        return { ...scanned, can_open: false, can_close: false }
      const isSpaced = before === '' || after === '' || space.test(before) || space.test(after)
      if (canSplitWord && !isSpaced && (shared.test(before) || shared.test(after)))
        return { ...scanned, can_open: true, can_close: true }
      return scanned
    }
  }
  const quotation = ruleOf(markdown, 'blockquote')
  markdown.block.ruler.at(
    'blockquote',
    (state, line, end, silent) =>
      !isComparison(state, line, end) && quotation(state, line, end, silent),
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
}

/** Whether a run of marks between two characters is a sign of arithmetic, or of a range. */
function isSign(mark: string, before: string, after: string): boolean {
  if (!/^[\da-z(（]$/i.test(after)) return false
  if (/\d$/.test(before) && /\d/.test(after)) return true
  if (mark === '*' && /[\da-z]$/i.test(before)) return true
  if (mark === '*' && /[)）]$/.test(before)) return /\d/.test(after)
  return (mark === '*' || mark === '~~') && /\d/.test(after) && amount.test(before)
}

/** `>60%` on a line of its own is a comparison; two such lines, or a blank, make a quotation. */
function isComparison(
  { src, bMarks, tShift }: Parameters<BlockRule>[0],
  line: number,
  end: number,
): boolean {
  const at = (bMarks[line] ?? 0) + (tShift[line] ?? 0)
  if (!/^>\d$/.test(src.slice(at, at + 2))) return false
  const next = (bMarks[line + 1] ?? 0) + (tShift[line + 1] ?? 0)
  return line + 1 >= end || src[next] !== '>'
}

/** A block rule by its name; the ruler has no public way to ask for one. */
function ruleOf({ block }: MarkdownIt, name: string): BlockRule {
  const found = block.ruler.__rules__.find((rule) => rule.name === name)
  if (!found) throw new Error(`markdown-it has no rule ${name}`)
  return found.fn
}
