import type { MarkdownIt, Token } from 'markdown-it'
import { joint } from './east-asian.ts'

/** Give every line break inside a paragraph what it stands for, as its content: a blank, or nothing. */
export function lineBreaks(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'line_breaks', ({ tokens }) => {
    for (const { children } of tokens) if (children) joinLines(children)
  })
}

function joinLines(children: Token[]): void {
  let before = ''
  let open: Token | undefined
  for (const child of children) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') open = child
    else if (child.content !== '') {
      if (open) open.content = joint(before, child.content)
      open = undefined
      before = child.content
    }
  }
}
