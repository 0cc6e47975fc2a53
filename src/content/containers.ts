import type { MarkdownIt } from 'markdown-it'
import container from 'markdown-it-container'
import { escapeHtml } from '../formats/xml.ts'

/** Callouts by fence name: the word each starts with, and its look. */
const callouts: Record<string, { word: string; look: string }> = {
  tip: { word: '要点', look: 'callout' },
  note: { word: '说明', look: 'callout callout--note' },
  warning: { word: '待复核', look: 'callout callout--warn' },
  quote: { word: '引文', look: 'callout callout--note' },
}

/** `::: tip 标题` … `:::`, for the four kinds of callout. */
export function containers(markdown: MarkdownIt): void {
  for (const [name, { word, look }] of Object.entries(callouts)) {
    markdown.use(container, name, {
      render: (tokens, index) => {
        const token = tokens[index]
        if (!token || token.nesting !== 1) return '</aside>\n'
        const title = token.info.trim().slice(name.length).trim() || word
        return `<aside class="${look}"><p><b>${escapeHtml(title)}</b></p>\n`
      },
    })
  }
}
