import type { MarkdownIt } from 'markdown-it'

/** How the ids of headings without Chinese begin, and no id of a template. */
export const ownPrefix = 'h-'

/** Give every heading an id made of its own words, the same from build to build. */
export function headingIds(markdown: MarkdownIt): void {
  markdown.core.ruler.push('heading_ids', (state) => {
    const used = new Map<string, number>()
    state.tokens.forEach((token, index) => {
      if (token.type !== 'heading_open') return
      // The page's title is its only first-level heading.
      if (token.tag === 'h1') token.tag = 'h2'
      const words = (state.tokens[index + 1]?.children ?? []).map((child) => child.content).join('')
      token.attrSet('id', unique(idOf(words), used))
    })
    state.tokens.forEach((token) => {
      if (token.type === 'heading_close' && token.tag === 'h1') token.tag = 'h2'
    })
  })
}

function idOf(words: string): string {
  const id = words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  // Ids of the templates are plain ASCII and never begin so: the two cannot meet.
  return /[^\0-\x7f]/.test(id) ? id : `${ownPrefix}${id || 'section'}`
}

function unique(id: string, used: Map<string, number>): string {
  const count = (used.get(id) ?? 0) + 1
  used.set(id, count)
  return count === 1 ? id : unique(`${id}-${count}`, used)
}
