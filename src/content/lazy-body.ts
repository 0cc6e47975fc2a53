import { parseBody } from './markdown.ts'
import type { Body } from './markdown.ts'

/**
 * A body that is parsed when something of it is first asked for. `release` lets go of its tokens,
 * by far the largest part of it, and keeps what it refers to; asked for again, they are parsed again.
 */
export function lazyBody(text: string, firstLine: number): Body & { release: () => void } {
  let whole: Body | undefined
  let kept: Omit<Body, 'tokens' | 'source'> | undefined
  const parsed = () => (whole ??= parseBody(text, firstLine))
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
      const { headings, citations, links, images, characters } = whole
      kept ??= { headings, citations, links, images, characters }
      whole = undefined
    },
  }
}
