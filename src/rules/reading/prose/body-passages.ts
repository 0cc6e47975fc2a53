import type { Token } from 'markdown-it'
import type { Entry } from '../../../content/library.ts'
import { marksOf } from '../../../content/marks.ts'
import type { TextMark } from '../../../content/marks.ts'
import { lineStart } from '../../../content/positions.ts'
import { attribute } from '../../../content/render.ts'
import type { Span } from '../../engine/rule.ts'
import { object, passage } from './passage.ts'
import type { Part, ProsePassage, PassageKind } from './passage.ts'

/** The blocks of an entry's body, in reading order; notes come last, as on the page. */
export function bodyPassages(entry: Entry, protectedWords: readonly string[]): ProsePassage[] {
  const start = lineStart(entry.text, entry.bodyLine)
  const { source, tokens } = entry.body
  const around = new Surroundings()
  const found: ProsePassage[] = []
  const add = (about: About, parts: readonly Part[]) => {
    const made = passage(about, parts, protectedWords)
    if (made.text !== '') found.push(made)
  }
  for (const token of tokens) {
    around.enter(token)
    if (token.type.startsWith('container_') && token.nesting === 1)
      add({ ...around.about, kind: 'callout' }, calloutTitle(token, entry.text.slice(start), start))
    if (token.type !== 'inline') continue
    const { about } = around
    const offset = (at: number) => start + source.offset(token, at)
    add(about, partsOf(token, offset))
    const images = marksOf(token).filter(({ kind }) => kind === 'image')
    for (const [index, mark] of images.entries())
      for (const [kind, part] of imageTexts(token, mark, index, offset))
        add({ ...about, kind }, [part])
  }
  return found
}

type About = Pick<ProsePassage, 'kind' | 'inList' | 'inQuote'>

/** What the blocks open at a token say of its text. */
class Surroundings {
  private depth: Record<string, number> = {}

  enter({ type, nesting }: Token): void {
    if (nesting === 0) return
    const name = type.replace(/_(open|close)$/, '')
    this.depth[name] = (this.depth[name] ?? 0) + nesting
  }

  get about(): About {
    const inQuote = this.inside('blockquote') || this.inside('container_quote')
    return { kind: this.kind, inList: this.inside('list_item'), inQuote }
  }

  private get kind(): PassageKind {
    if (this.inside('heading')) return 'heading'
    if (this.inside('th') || this.inside('td')) return 'cell'
    return this.inside('footnote') ? 'note' : 'paragraph'
  }

  private inside(name: string): boolean {
    return (this.depth[name] ?? 0) > 0
  }
}

const standsForItself = new Set<TextMark['kind']>(['object', 'image', 'autolink'])

function partsOf(token: Token, offset: (at: number) => number): Part[] {
  const parts: Part[] = []
  const literal = (from: number, to: number) => {
    // Lines of a block need not follow each other in the file: a quote's markers stand between.
    for (let at = from; at < to;) {
      const feed = token.content.indexOf('\n', at)
      const end = feed < 0 || feed >= to ? to : feed + 1
      pushRuns(parts, token.content.slice(at, end), at, offset)
      at = end
    }
  }
  let at = 0
  for (const mark of [...marksOf(token)].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (mark.from < at || mark.to === mark.from) continue
    literal(at, mark.from)
    if (standsForItself.has(mark.kind))
      parts.push({
        text: object,
        span: [offset(mark.from), offset(mark.to - 1) + 1],
        literal: false,
      })
    at = mark.to
  }
  literal(at, token.content.length)
  return parts
}

/** One run, cut where the file has something the text has not: the backslash of `\|` in a cell. */
function pushRuns(parts: Part[], text: string, at: number, offset: (at: number) => number): void {
  let from = 0
  const last = text.length - 1
  if (offset(at + last) === offset(at) + last) {
    const span: Span = [offset(at), offset(at) + text.length]
    return void parts.push({ text, span, literal: true })
  }
  for (let index = 1; index <= text.length; index++) {
    const goesOn = index < text.length && offset(at + index) === offset(at + from) + index - from
    if (goesOn) continue
    const start = offset(at + from)
    parts.push({
      text: text.slice(from, index),
      span: [start, start + index - from],
      literal: true,
    })
    from = index
  }
}

function imageTexts(
  token: Token,
  mark: TextMark,
  index: number,
  offset: (at: number) => number,
): [PassageKind, Part][] {
  const image = token.children?.filter(({ type }) => type === 'image')[index]
  const labelEnd = mark.labelEnd ?? mark.from + 2
  const title = attribute(image, 'title')
  const at = token.content.slice(0, mark.to).lastIndexOf(title)
  const texts: [PassageKind, number, string][] = [
    ['alt', mark.from + 2, token.content.slice(mark.from + 2, labelEnd)],
    ['caption', at, title !== '' && at >= labelEnd ? title : ''],
  ]
  return texts
    .filter(([, , text]) => text !== '' && !text.includes('\n'))
    .map(([kind, from, text]) => {
      const start = offset(from)
      return [kind, { text, span: [start, start + text.length], literal: true }]
    })
}

/** What stands behind the name of a callout; `body` begins at `start` in its file. */
function calloutTitle(token: Token, body: string, start: number): Part[] {
  const text = token.info.trim().replace(/^\S+\s*/, '')
  const from = lineStart(body, (token.map?.[0] ?? 0) + 1)
  const column = (body.slice(from).split('\n', 1)[0] ?? '').lastIndexOf(text)
  if (text === '' || column < 0) return []
  const at = start + from + column
  return [{ text, span: [at, at + text.length], literal: true }]
}
