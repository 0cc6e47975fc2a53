import { parseBody } from './markdown.ts'
import type { Body } from './markdown.ts'

/** What a body refers to: everything of it but its tokens, as plain data. */
export type BodyOutline = Omit<Body, 'tokens' | 'source'>

/**
 * A body that is parsed when something of it is first asked for. `release` lets go of its tokens,
 * by far the largest part of it, and keeps what it refers to; asked for again, they are parsed again.
 * With an outline kept from an earlier parsing, it is parsed for its tokens only.
 */
export function lazyBody(
  text: () => string,
  firstLine: number,
  outline?: BodyOutline,
): Body & { release: () => void } {
  let whole: Body | undefined
  let kept = outline
  const parsed = () => (whole ??= parseBody(text(), firstLine))
  const found = () => kept ?? parsed()
  return {
    get tokens() {
      return parsed().tokens
    },
    get source() {
      return parsed().source
    },
    get headings() {
      return found().headings
    },
    get citations() {
      return found().citations
    },
    get links() {
      return found().links
    },
    get images() {
      return found().images
    },
    get characters() {
      return found().characters
    },
    release() {
      if (!whole) return
      kept ??= outlineOf(whole)
      whole = undefined
    },
  }
}

export function outlineOf({ headings, citations, links, images, characters }: Body): BodyOutline {
  return { headings, citations, links, images, characters }
}
