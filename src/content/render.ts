import type { RendererRule, Token } from 'markdown-it'
import { citationOf } from './citation.ts'
import { aroundFigures } from './figures.ts'
import { Explanations } from './explained.ts'
import type { Explained } from './explained.ts'
import { escapeHtml } from '../formats/xml.ts'
import { segment } from './segment.ts'

export interface PlacedImage {
  url: string
  width: number
  height: number
}

/** What rendering needs to know of the rest of the portal. */
export interface RenderContext {
  /** The address of a link inside the portal, with base and `.html`; undefined when nothing is there. */
  link: (href: string) => string | undefined
  image: (src: string) => PlacedImage | undefined
  /** Whether a fact may be cited, and so has a note to link to. */
  cites: (fact: string) => boolean
  words: readonly string[]
  /** Terms that the text uses, to be explained where it first does. */
  terms?: readonly Explained[]
  /** The picture of a chart in the portal, as HTML; undefined when the address is of something else. */
  chart?: (href: string) => string | undefined
}

interface Environment {
  context: RenderContext
  /** Closing tags of the links open at this point. */
  closing?: string[]
  display?: boolean
  /** Facts marked so far: a note leads back to its first mark. */
  marked?: Set<string>
  /** Figures so far, for their numbers. */
  figures?: number
  explanations?: Explanations
}

/** How each token becomes HTML, where the portal differs from markdown-it. */
export const renderers: Record<string, RendererRule> = {
  text: (tokens, index, _options, env) => {
    const content = tokens[index]?.content ?? ''
    const { display, context } = environment(env)
    if (display) return segment(content, context.words).map(escapeHtml).join('<wbr>')
    const linked = (environment(env).closing ?? []).length > 0
    const explanations = linked ? undefined : explanationsOf(env)
    return explanations?.link(content, keepFigures) ?? keepFigures(content)
  },
  heading_open: (tokens, index, _options, env) => {
    environment(env).display = true
    return `<${tagOf(tokens[index])} id="${escapeHtml(attribute(tokens[index], 'id'))}">`
  },
  heading_close: (tokens, index, _options, env) => {
    environment(env).display = false
    return `</${tagOf(tokens[index])}>\n`
  },
  // A chart's address alone in a paragraph stands for its picture; the words of the link are its caption.
  paragraph_open: (tokens, index, options, env, self) => {
    const picture = chartAlone(tokens[index + 1], env)
    if (picture === undefined) return self.renderToken(tokens, index, options)
    const number = (environment(env).figures = (environment(env).figures ?? 0) + 1)
    return `<figure class="fig"><div class="fig__pic">${picture}</div><figcaption><b>图${number}</b> `
  },
  paragraph_close: (tokens, index, options, env, self) => {
    if (chartAlone(tokens[index - 1], env) !== undefined) return '</figcaption></figure>\n'
    const close = self.renderToken(tokens, index, options)
    return tokens[index]?.hidden ? close : close + explained(env)
  },
  list_item_close: (tokens, index, options, env, self) =>
    explained(env) + self.renderToken(tokens, index, options),
  blockquote_open: (tokens, index, options, env, self) => {
    quieten(env, 1)
    return self.renderToken(tokens, index, options)
  },
  blockquote_close: (tokens, index, options, env, self) => {
    quieten(env, -1)
    return self.renderToken(tokens, index, options)
  },
  figure: (tokens, index, _options, env) => {
    const figure = escapeHtml(tokens[index]?.content ?? '')
    const fact = cited(tokens[index + 1])
    return fact && environment(env).context.cites(fact)
      ? `<a class="figure" href="#s-${fact}">${figure}</a>`
      : figure
  },
  citation: (tokens, index, _options, env) => {
    const fact = cited(tokens[index])
    if (!fact || !environment(env).context.cites(fact)) return ''
    const number = tokens[index] ? citationOf(tokens[index]).number : 0
    const marked = (environment(env).marked ??= new Set())
    const id = marked.has(fact) ? '' : ` id="r-${fact}"`
    marked.add(fact)
    return `\u2060<a class="fn"${id} href="#s-${fact}" aria-label="来源${number}">[${number}]</a>`
  },
  link_open: (tokens, index, _options, env) => {
    const href = attribute(tokens[index], 'href')
    const outside = /^(https|mailto|tel):/i.test(href)
    const target = outside || href.startsWith('#') ? href : environment(env).context.link(href)
    const closing = (environment(env).closing ??= [])
    closing.push(target === undefined ? '</span>' : '</a>')
    if (target === undefined) return '<span>'
    return `<a href="${escapeHtml(target)}"${outside ? ' rel="noopener"' : ''}>`
  },
  link_close: (_tokens, _index, _options, env) => environment(env).closing?.pop() ?? '',
  image: (tokens, index, _options, env) => {
    const token = tokens[index]
    const placed = environment(env).context.image(attribute(token, 'src'))
    const alt = escapeHtml(token?.content ?? '')
    if (!placed) return alt
    const caption = attribute(token, 'title')
    const image = `<img src="${escapeHtml(placed.url)}" alt="${alt}" width="${placed.width}" height="${placed.height}" loading="lazy" decoding="async">`
    return caption
      ? `<span class="pic">${image}<span class="pic__caption">${escapeHtml(caption)}</span></span>`
      : image
  },
  table_open: (_tokens, _index, _options, env) => {
    quieten(env, 1)
    return '<div class="tblwrap" role="group" aria-label="表格，可以左右滚动" tabindex="0"><table class="tbl">\n'
  },
  table_close: (_tokens, _index, _options, env) => {
    quieten(env, -1)
    return '</table></div>\n'
  },
  th_open: (tokens, index) => `<th scope="col"${alignment(tokens[index])}>`,
  td_open: (tokens, index) => `<td${alignment(tokens[index])}>`,
  softbreak: (tokens, index) => (tokens[index]?.content === '' ? '' : '\n'),
  fence: (tokens, index) =>
    `<pre tabindex="0"><code>${escapeHtml(tokens[index]?.content ?? '')}</code></pre>\n`,
  ordered_list_open: (tokens, index) => {
    const start = Number(attribute(tokens[index], 'start') || 1)
    return start === 1 ? '<ol>\n' : `<ol start="${start}">\n`
  },
  footnote_block_open: () => '<section class="notes" aria-label="注释"><ol>\n',
  footnote_block_close: () => '</ol></section>\n',
  footnote_caption: (tokens, index) => `注${Number(tokens[index]?.meta?.id) + 1}`,
}

/** An attribute as text; empty when the token has none. */
export function attribute(token: Token | undefined, name: string): string {
  return String(token?.attrGet(name) ?? '')
}

/** How a column is aligned, as a class: the policy of the pages allows no styles in attributes. */
function alignment(cell: Token | undefined): string {
  const side = /^text-align:(center|right)$/.exec(attribute(cell, 'style'))?.[1]
  return side ? ` class="tbl__${side}"` : ''
}

function environment(env: object | undefined): Environment {
  // renderBody passes this environment, and is the only caller of the renderer.
  return env as Environment
}

function explanationsOf(env: object | undefined): Explanations | undefined {
  const { context, explanations } = environment(env)
  if (explanations || !context.terms?.length) return explanations
  return (environment(env).explanations = new Explanations(context.terms))
}

/** Quotations are others' words, and a cell has no room: nothing is explained in them. */
function quieten(env: object | undefined, by: 1 | -1): void {
  const explanations = explanationsOf(env)
  if (explanations) explanations.quiet += by
}

function explained(env: object | undefined): string {
  return environment(env).explanations?.after() ?? ''
}

function chartAlone(inline: Token | undefined, env: object | undefined): string | undefined {
  const [open, , close, ...more] = inline?.children ?? []
  if (open?.type !== 'link_open' || close?.type !== 'link_close' || more.length > 0)
    return undefined
  return environment(env).context.chart?.(attribute(open, 'href'))
}

function keepFigures(content: string): string {
  return aroundFigures(content)
    .map(({ text, isWhole }) =>
      isWhole ? `<span class="nb">${escapeHtml(text)}</span>` : escapeHtml(text),
    )
    .join('')
}

function cited(token: Token | undefined): string | undefined {
  return token?.type === 'citation' ? citationOf(token).fact : undefined
}

function tagOf(token: Token | undefined): string {
  return token?.tag ?? 'h2'
}
