import type { Token } from 'markdown-it'
import type { Loss, LossKind } from './lost-text.ts'
import { marksOf } from './marks.ts'
import type { TextMark } from './marks.ts'
import { attribute } from './render.ts'

/** Losses inside a block: marks that hide more than themselves, or were not meant as marks. */
export function lostInline(token: Token, offset: (at: number) => number): Loss[] {
  const marks = marksOf(token)
  if (marks.length === 0) return []
  const { content } = token
  const lost = [
    ...lostTitles(token, marks),
    ...marks.filter((mark) => isIdleEscape(content, mark)).map((mark) => lose('escape', mark)),
    ...tornWords(content, marks),
    ...tornNames(content, marks),
  ]
  return lost.map(({ kind, from, to }) => ({ kind, from: offset(from), to: offset(to - 1) + 1 }))
}

function lose(kind: LossKind, { from, to }: Pick<TextMark, 'from' | 'to'>): Loss {
  return { kind, from, to }
}

/** A link's title is shown nowhere: phones and keyboards have no way to ask for it. */
function lostTitles({ children }: Token, marks: readonly TextMark[]): Loss[] {
  const links = (children ?? []).filter(({ type }) => type === 'link_open')
  return marks
    .filter(({ kind }) => kind === 'link' || kind === 'autolink')
    .flatMap((mark, index) => (attribute(links[index], 'title') === '' ? [] : lose('title', mark)))
}

/** Letters that a backslash may have to guard anywhere, or where a line begins. */
const guarded = /[`*_~[\]<&|\\\n]/
const guardedFirst = /[-#+>|:=~(]/
const inName = '[^\\s，。；：、！？“”（）《》|]'
/** What stands before a backslash in a path on a Windows disk or share. */
const windowsPath = new RegExp(`(?:[a-z]:|\\\\${inName}*)$|[a-z]:\\\\${inName}*$`, 'i')

/** A backslash that is not shown although nothing needed it, or that stands in a path. */
function isIdleEscape(content: string, { kind, from, to }: TextMark): boolean {
  if (kind !== 'syntax' || content[from] !== '\\' || to !== from + 1) return false
  const next = content[to] ?? ''
  const before = content.slice(Math.max(0, from - 80), from)
  if (next === '\\') return /(?:^|[^\p{L}\p{N}:\\])$/u.test(before) && isWord(content, to + 1)
  if (windowsPath.test(before)) return true
  if (guarded.test(next)) return false
  if (next === '!') return content[to + 1] !== '['
  const line = content.slice(content.lastIndexOf('\n', from - 1) + 1, from).trim()
  if (line === '') return !guardedFirst.test(next)
  return !(/^\d{1,9}$/.test(line) && /[.)]/.test(next))
}

/** Single stars with letters on all sides: emphasis inside a word, or signs as in 长*宽*高. */
function tornWords(content: string, marks: readonly TextMark[]): Loss[] {
  const stars = marks
    .filter(({ kind, tokens }) => kind === 'delimiter' && tokens?.[0]?.tag === 'em')
    .sort((a, b) => a.from - b.from)
  const open: TextMark[] = []
  return stars.flatMap((mark) => {
    if (mark.tokens?.[0]?.nesting === 1) open.push(mark)
    const from = mark.tokens?.[0]?.nesting === -1 ? open.pop()?.from : undefined
    const isTorn = from !== undefined && isWord(content, from - 1) && isWord(content, mark.to)
    return isTorn ? { kind: 'emphasis', from, to: mark.to } : []
  })
}

/** Underscores around one Latin word are part of a name: `__init__`. */
function tornNames(content: string, marks: readonly TextMark[]): Loss[] {
  return marks.flatMap(({ kind, from, to, tokens }) => {
    if (kind !== 'delimiter' || content[from] !== '_' || tokens?.[0]?.nesting !== 1) return []
    const name = /^\w+_/.exec(content.slice(to, to + 80))?.[0]
    return name === undefined ? [] : lose('name', { from, to: to + name.length })
  })
}

function isWord(content: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(content[at] ?? '')
}
