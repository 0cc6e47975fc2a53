import type { MarkdownIt, Token } from 'markdown-it'
import { figureBefore } from './figures.ts'

const mark = /^\[\^([a-z0-9]+-f\d+)\]/

/** What a citation token carries: the fact, and where its mark begins in the block's text. */
interface CitationMeta {
  fact: string
  offset: number
}

/**
 * Read `[^fact-id]` as a citation token. The figure that ends the text before the mark becomes a
 * token of its own, so that it can be printed as a link to its source.
 */
export function citations(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'citation', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x5b || state.src.charCodeAt(state.pos + 1) !== 0x5e)
      return false
    const found = mark.exec(state.src.slice(state.pos, state.pos + 40))
    if (!found?.[1]) return false
    if (!silent) {
      const figure = figureBefore.exec(state.pending)?.[0]
      if (figure && state.linkLevel === 0) {
        state.pending = state.pending.slice(0, -figure.length)
        state.push('figure', '', 0).content = figure
      }
      state.push('citation', '', 0).meta = { fact: found[1], offset: state.pos }
    }
    state.pos += found[0].length
    return true
  })
}

/** The meta of a citation token; `number` is set once the page's facts are numbered. */
export function citationOf(token: Token): CitationMeta & { number: number } {
  const { fact, offset, number } = token.meta ?? {}
  return { fact: String(fact), offset: Number(offset), number: Number(number) }
}
