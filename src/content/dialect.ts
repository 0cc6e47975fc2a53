import MarkdownIt from 'markdown-it'
import type { MarkdownIt as Parser } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import footnote from 'markdown-it-footnote'
import { citations } from './citation.ts'
import { containers } from './containers.ts'
import { headingIds } from './headings.ts'
import { lineBreaks } from './line-breaks.ts'
import { renderers } from './render.ts'
import { signs } from './signs.ts'

const linkable = /^(https:|mailto:|tel:|\/(?!\/)|#|\.{1,2}\/|[a-z0-9-]+(\/|\.[a-z0-9]+$))/i

/**
 * What Markdown reads into text that nobody marked: code by four blanks, headings by a line below
 * them, and definitions of links, which vanish. Inline notes cost the plugin quadratic time.
 */
const leftOut = { block: ['code', 'lheading', 'reference'], inline: ['footnote_inline'] }

/**
 * The one Markdown dialect of the portal: CommonMark without what is left out, tables, footnotes,
 * citations and callouts. HTML stays text; links are https, mailto, tel, or inside the portal.
 */
export function createMarkdown(): Parser {
  const parser = new MarkdownIt({ html: false, linkify: false, typographer: false })
  parser.validateLink = (url) => linkable.test(url.trim())
  parser.use(footnote)
  parser.block.ruler.disable(leftOut.block)
  parser.inline.ruler.disable(leftOut.inline)
  parser.use(cjkFriendly).use(signs)
  parser.use(citations).use(containers).use(headingIds).use(lineBreaks)
  Object.assign(parser.renderer.rules, renderers)
  return parser
}
