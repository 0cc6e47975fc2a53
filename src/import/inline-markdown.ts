import type { Inline } from './blocks.ts'

export interface InlineContext {
  /** Numbers of notes by their mark, given as they are met. */
  noteNumbers: Map<string, number>
  /** Called for an address that the portal does not link to. */
  refused: (address: string, text: string) => void
}

type Text = Extract<Inline, { kind: 'text' }>

/** Inlines in Markdown; a line break is a line feed. Pictures are left to the caller. */
export function inlineMarkdown(inlines: readonly Inline[], context: InlineContext): string {
  const merged = mergeTexts(inlines)
  let written = ''
  merged.forEach((one, index) => {
    if (one.kind === 'break') written = `${written.trimEnd()}\n`
    if (one.kind === 'note') written += noteMark(one.note, context)
    if (one.kind === 'text')
      written += textMarkdown(one, written, nextLetter(merged, index), context)
  })
  return written.replace(/[ \t]+\n/g, '\n').trim()
}

function noteMark(note: string, { noteNumbers }: InlineContext): string {
  const number = noteNumbers.get(note) ?? noteNumbers.size + 1
  noteNumbers.set(note, number)
  return `[^${number}]`
}

/** Neighbours that look alike become one, so that marks do not meet: `**a****b**`. */
function mergeTexts(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = []
  for (const one of inlines) {
    if (one.kind === 'picture' || one.kind === 'seam') continue
    const last = merged.at(-1)
    if (one.kind === 'text' && last?.kind === 'text' && sameLook(one, last))
      merged[merged.length - 1] = { ...last, text: last.text + one.text }
    else merged.push(one)
  }
  return merged
}

function sameLook(a: Text, b: Text): boolean {
  const looks = ['bold', 'italic', 'strike', 'link'] as const
  return looks.every((look) => (a[look] ?? false) === (b[look] ?? false))
}

function nextLetter(inlines: readonly Inline[], index: number): string {
  const next = inlines[index + 1]
  return next?.kind === 'text' ? next.text.charAt(0) : ''
}

function textMarkdown(one: Text, before: string, after: string, context: InlineContext): string {
  const text = cleanText(one.text)
  const link = one.link === undefined ? undefined : linkTarget(one.link)
  if (one.link !== undefined && link === undefined) context.refused(one.link, text)
  const marks = link ? ['**'].filter(() => one.bold) : marksOf(one)
  const lines = text.split('\n').map((line) => {
    const [, lead = '', middle = '', trail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(line) ?? []
    if (middle === '') return line
    const escaped = escapeText(middle)
    if (link) return `${lead}[${escaped.replace(/[[\]]/g, '\\$&')}](${link})${trail}`
    return lead + marked(escaped, marks, (lead || before).slice(-1), trail || after) + trail
  })
  return lines.join('\n')
}

function marksOf({ bold, italic, strike }: Text): string[] {
  return [...(bold ? ['**'] : []), ...(italic ? ['*'] : []), ...(strike ? ['~~'] : [])]
}

/** Wrap a text in its marks, where CommonMark would see them as marks; else without. */
function marked(text: string, marks: readonly string[], before: string, after: string): string {
  if (marks.length === 0) return text
  const [, open = '', inner = '', close = ''] =
    /^([\p{P}\p{S}]*)([\s\S]*?)([\p{P}\p{S}]*)$/u.exec(text) ?? []
  if (inner === '') return text
  const isSpaced = (letter: string) => letter === '' || /[\s\p{P}\p{S}]/u.test(letter)
  const whole = isSpaced(before) && isSpaced(after.charAt(0))
  const start = marks.join('')
  const end = [...marks].reverse().join('')
  if (whole && !/^[*_~]|[*_~\\]$/.test(text)) return `${start}${text}${end}`
  // Escapes at the edges would be torn apart.
  if (open.includes('\\') || close.includes('\\')) return text
  return `${open}${start}${inner}${end}${close}`
}

/** Characters that no page should carry: controls, zero-width, the marks of direction. */
export const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g

function cleanText(text: string): string {
  return text
    .replace(unseen, '')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u3000]+/g, ' ')
}

/** Escape what Markdown would read as syntax; what is safe stays as it was typed. */
function escapeText(text: string): string {
  return text
    .replace(/[\\`*<]/g, '\\$&')
    .replace(/~~/g, '\\~~')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/\[(?=\^)|!(?=\[)|\](?=[([:])/g, '\\$&')
    .replace(/&(?=#?\w{1,31};)/g, '\\&')
}

/** A line that would begin a heading, list, quote, table, rule or container begins with an escape. */
export function lineStart(line: string): string {
  return line
    .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
    .replace(/^([-+>|]|:::|={2,}|~{3,})/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^\[(?=[^\]]*\]:)/, '\\[')
}

/** Where a link leads, when the portal links there: the web, mail, telephone. */
function linkTarget(address: string): string | undefined {
  const trimmed = address.trim()
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(trimmed) || /\s/.test(trimmed)) return undefined
  if (/^https?:/i.test(trimmed) && !URL.canParse(trimmed)) return undefined
  return trimmed.replace(/[()<>\\]/g, (letter) =>
    encodeURIComponent(letter).replace('(', '%28').replace(')', '%29'),
  )
}
