import type { Body } from '../content/markdown.ts'
import { renderText } from '../content/markdown.ts'
import type { Explained } from '../content/explained.ts'
import type { PlacedImage, RenderContext } from '../content/render.ts'

/**
 * A body to be rendered elsewhere, where there is no library: its Markdown, and what the portal
 * answers to everything rendering will ask. Plain data, so that it can be sent and hashed.
 */
export interface BodyWork {
  text: string
  links: Record<string, string>
  images: Record<string, PlacedImage>
  charts: Record<string, string>
  cites: string[]
  terms?: readonly Explained[]
}

/** What a page shows of a body: what stands before the first heading, and the rest. */
export interface RenderedBody {
  lead: string
  html: string
}

export function bodyWork(body: Body, text: string, context: RenderContext): BodyWork {
  const facts = [...new Set(body.citations.map(({ fact }) => fact))]
  return {
    text,
    links: answers(
      body.links.map(({ target }) => target),
      context.link,
    ),
    images: answers(
      body.images.map(({ target }) => target),
      context.image,
    ),
    charts: answers(
      body.links.map(({ target }) => target),
      (target) => context.chart?.(target),
    ),
    cites: facts.filter((fact) => context.cites(fact)),
    ...(context.terms?.length ? { terms: context.terms } : {}),
  }
}

/** The same HTML as `renderBody` gives with the context the work was made from; `words` are the site's. */
export function doBodyWork(
  { text, links, images, charts, cites, terms }: BodyWork,
  words: readonly string[],
): RenderedBody {
  const cited = new Set(cites)
  const html = renderText(text, {
    link: (written) => (Object.hasOwn(links, written) ? links[written] : undefined),
    image: (written) => (Object.hasOwn(images, written) ? images[written] : undefined),
    chart: (written) => (Object.hasOwn(charts, written) ? charts[written] : undefined),
    cites: (fact) => cited.has(fact),
    words,
    ...(terms ? { terms } : {}),
  })
  return splitLead(html)
}

export function splitLead(html: string): RenderedBody {
  const heading = html.indexOf('<h2')
  return heading < 0
    ? { lead: '', html }
    : { lead: html.slice(0, heading), html: html.slice(heading) }
}

function answers<Answer>(
  asked: readonly string[],
  answer: (asked: string) => Answer | undefined,
): Record<string, Answer> {
  return Object.fromEntries(
    asked.flatMap((one) => {
      const found = answer(one)
      return found === undefined ? [] : [[one, found]]
    }),
  )
}
