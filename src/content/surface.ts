import { hash } from 'node:crypto'
import type { BodyOutline } from './lazy-body.ts'
import type { Entry } from './library.ts'
import { charactersAMinute, readingMinutes } from './reading-time.ts'

const nowhere = { line: 1, column: 1 }

/**
 * What other pages may show of a body: what it refers to, and how long it takes to read; not its words,
 * nor where anything stands in them.
 */
function outwardBody(body: BodyOutline): BodyOutline {
  return {
    headings: body.headings.map((heading) => ({ ...heading, line: 1 })),
    citations: body.citations.map((citation) => ({ ...citation, position: nowhere })),
    links: body.links.map((link) => ({ ...link, position: nowhere })),
    images: body.images.map((image) => ({ ...image, position: nowhere })),
    characters: readingMinutes(body.characters) * charactersAMinute,
  }
}

/** A name for all that can be seen of an entry from outside: as long as it stays, no other page changes. */
export function surfaceOf({ data, body }: { data: unknown; body: BodyOutline }): string {
  return hash('sha1', JSON.stringify([data, outwardBody(body)]), 'base64url')
}

/** The entry as other pages see it. Whoever asks for more is told so at once. */
export function outwardEntry<Any extends Entry>(entry: Any): Any {
  const unread = (): never => {
    throw new Error(`${entry.file}: a page reads no text but its own body's`)
  }
  const madeBody = () => ({
    ...outwardBody(entry.body),
    get tokens() {
      return unread()
    },
    get source() {
      return unread()
    },
  })
  let body: ReturnType<typeof madeBody> | undefined
  const { collection, slug, path, url, file, data } = entry
  const outward: unknown = {
    ...{ collection, slug, path, url, file, data },
    get body() {
      return (body ??= madeBody())
    },
    bodyLine: 1,
    locate: unread,
    release: unread,
    get text() {
      return unread()
    },
  }
  // It has every field of the entry it was made from.
  return outward as Any
}
