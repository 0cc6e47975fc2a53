import type { MarkdownIt, Token } from 'markdown-it'

type Rule = ReturnType<MarkdownIt['inline']['ruler']['getRules']>[number]
type State = Parameters<Rule>[0]

/** A stretch of a block's text that is syntax, not prose; offsets are in the inline token's content. */
export interface TextMark {
  kind: 'syntax' | 'object' | 'link' | 'autolink' | 'image' | 'delimiter'
  from: number
  to: number
  /** Where an image's alternative text ends; it begins two characters after `from`. */
  labelEnd?: number
  /** What a delimiter became. */
  tokens?: Token[]
}

type Describe = (state: State, from: number, pushed: Token[]) => TextMark[]

const whole =
  (kind: TextMark['kind']): Describe =>
  (state, from) => [{ kind, from, to: state.pos }]

const describe: Record<string, Describe> = {
  citation: whole('syntax'),
  footnote_ref: whole('syntax'),
  autolink: whole('autolink'),
  entity: whole('object'),
  // A hard break takes the next line's indentation with it.
  escape: (state, from) => [
    { kind: 'syntax', from, to: from + 1 },
    { kind: 'syntax', from: from + 2, to: state.src[from + 1] === '\n' ? state.pos : from + 2 },
  ],
  newline: (state, from) => [{ kind: 'syntax', from: from + 1, to: state.pos }],
  backticks: (state, from, pushed) =>
    pushed.some(({ type }) => type === 'code_inline')
      ? [{ kind: 'object', from, to: state.pos }]
      : [],
  emphasis: delimiters,
  strikethrough: delimiters,
  link: (state, from) => [
    { kind: 'syntax', from, to: from + 1 },
    { kind: 'link', from: labelEndOf(state, from), to: state.pos },
  ],
  image: (state, from) => [
    { kind: 'image', from, to: state.pos, labelEnd: labelEndOf(state, from + 1) },
  ],
}

/**
 * Note while parsing which stretches of a block are syntax: markdown-it keeps no positions inside a
 * block. The marks of an inline token are read with `marksOf`.
 */
export function marks(markdown: MarkdownIt): void {
  const { ruler, ruler2 } = markdown.inline
  // The ruler has no public way to wrap a rule by name.
  for (const { name, fn } of ruler.__rules__) {
    const describes = describe[name]
    if (describes) ruler.at(name, noting(fn, describes))
  }
  ruler2.before('fragments_join', 'marks', (state) => {
    const noted = notedIn(state).get(state.tokens) ?? []
    const settled = noted.filter(
      ({ kind, tokens }) => kind !== 'delimiter' || tokens?.some(isMarkup),
    )
    notedIn(state).set(state.tokens, settled)
  })
  markdown.core.ruler.after('inline', 'blocks', (state) => {
    envOf(state).blocks = state.tokens
    keepMarks(state)
  })
}

function keepMarks(state: { env: object; tokens: Token[] }): void {
  for (const token of state.tokens)
    if (token.type === 'inline')
      token.meta = { marks: notedIn(state).get(token.children ?? []) ?? [] }
}

/** The marks of an inline token, in reading order. */
export function marksOf(token: Token): TextMark[] {
  // Only the rule above writes this field of a token that markdown-it leaves open to plugins.
  return (token.meta?.marks ?? []) as TextMark[]
}

function noting(rule: Rule, describes: Describe): Rule {
  return (state, silent) => {
    const from = state.pos
    // A rule that pushes a token first closes the text before it.
    const before = state.tokens.length + (state.pending === '' ? 0 : 1)
    const done = rule(state, silent)
    if (!done || silent) return done
    const noted = notedIn(state)
    const list = noted.get(state.tokens) ?? []
    list.push(...describes(state, from, state.tokens.slice(before)))
    noted.set(state.tokens, list)
    return done
  }
}

/** Each delimiter token is prose or emphasis; which one is known when the block is done. */
function delimiters(_state: State, from: number, pushed: Token[]): TextMark[] {
  let at = from
  return pushed.map((token) => {
    const start = at
    at += token.content.length
    return { kind: 'delimiter', from: start, to: at, tokens: [token] }
  })
}

/** Delimiters that found no partner stay text; the inner half of a double one is emptied. */
function isMarkup(token: Token): boolean {
  return token.type !== 'text' || token.content === ''
}

function labelEndOf(state: State, start: number): number {
  return state.md.helpers.parseLinkLabel(state, start, false)
}

/** What the plugins of one parse share: markdown-it's `env`. */
export type ParseEnvironment = {
  /** All blocks in the order of the source, before notes are moved to the end or dropped. */
  blocks?: Token[]
  noted?: Map<Token[], TextMark[]>
}

function envOf(state: { env: object }): ParseEnvironment {
  // The environment of one parse belongs to the plugins that share it; markdown-it does not type it.
  return state.env as ParseEnvironment
}

function notedIn(state: { env: object }): Map<Token[], TextMark[]> {
  return (envOf(state).noted ??= new Map())
}
