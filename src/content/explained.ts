import { escapeHtml } from '../formats/xml.ts'

/** A term as a text explains it where it first uses it. Plain data: a body is rendered elsewhere. */
export interface Explained {
  slug: string
  title: string
  /** The term and its other spellings. */
  words: readonly string[]
  says: string
  /** Where that was read. */
  from: string
  href: string
}

/** Terms explained in one text: more of them would be a second text between the lines. */
const mostInAText = 4

/** The terms that a text uses, in the order in which it first does; Markdown as it was written will do. */
export function termsUsed(text: string, terms: readonly Explained[]): Explained[] {
  const first = terms.flatMap((term) => {
    const places = term.words.map((word) => text.indexOf(word)).filter((at) => at >= 0)
    return places.length > 0 ? { term, at: Math.min(...places) } : []
  })
  return first.sort((a, b) => a.at - b.at).map(({ term }) => term)
}

/** What stands between the paragraphs of one text as it is rendered. */
export class Explanations {
  private readonly left: Map<string, Explained>
  private pattern: RegExp | undefined
  private opened: Explained[] = []
  private count = 0
  /** Inside what is not explained: quotations, tables. */
  quiet = 0

  constructor(terms: readonly Explained[]) {
    this.left = new Map(terms.flatMap((term) => term.words.map((word) => [word, term])))
    this.pattern = patternOf([...this.left.keys()])
  }

  /** Text as HTML, by a function for what lies between; a term's first use leads to its explanation. */
  link(text: string, between: (part: string) => string): string {
    const found = this.quiet === 0 ? this.pattern?.exec(text) : undefined
    const term = found && this.left.get(found[0])
    if (!found || !term || isInTitle(text.slice(0, found.index))) return between(text)
    this.explain(term)
    const id = `t-${term.slug}`
    const link = `<a class="tm" id="u${id}" href="#${id}">${escapeHtml(found[0])}</a>`
    const rest = text.slice(found.index + found[0].length)
    return between(text.slice(0, found.index)) + link + this.link(rest, between)
  }

  /** The explanations of what was linked since they were last asked for. */
  after(): string {
    const html = this.opened.map(explanation).join('')
    this.opened = []
    return html
  }

  private explain(term: Explained): void {
    this.opened.push(term)
    this.count += 1
    for (const word of term.words) this.left.delete(word)
    this.pattern = this.count < mostInAText ? patternOf([...this.left.keys()]) : undefined
  }
}

function patternOf(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined
  const longestFirst = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return new RegExp(longestFirst.map((word) => escaped(word)).join('|'))
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** A word in 《》 is part of a title, not used. */
function isInTitle(before: string): boolean {
  return before.lastIndexOf('《') > before.lastIndexOf('》')
}

/** Hidden until its link is followed (`.gl:target`), so that it stands between no lines of the text. */
function explanation({ slug, title, says, from, href }: Explained): string {
  return `<aside class="gl" id="t-${slug}"><p><b>${escapeHtml(title)}</b>${escapeHtml(says)}</p><p>${escapeHtml(from)}</p><p><a href="${escapeHtml(href)}">这个词的一页</a><a href="#ut-${slug}">回到正文</a></p></aside>\n`
}
