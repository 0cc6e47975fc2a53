import MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import type { Entry } from '../../content/library.ts'
import { marksOf } from '../../content/marks.ts'
import { lineStart } from '../../content/positions.ts'
import type { EntryContext, FindingPlace } from '../engine/rule.ts'

/** Where a link or an image leads, whether or not Markdown made a link of it. */
export interface LinkDestination {
  kind: 'link' | 'image'
  /** Lower-cased; undefined for an address inside the portal. */
  scheme: string | undefined
  /** Entities, escapes, white space and invisible characters are resolved, as a browser would. */
  target: string
  /** `false` when the address was refused, so that readers see brackets. */
  works: boolean
  at: FindingPlace
}

const { unescapeAll } = new MarkdownIt().utils

/** Every destination written in an entry's body. */
export function destinationsOf({ own }: EntryContext): readonly LinkDestination[] {
  return own(readDestinations)
}

function readDestinations({ entry }: EntryContext): LinkDestination[] {
  const { links, images } = entry.body
  const made = [
    ...links.map(({ target, position }) => working(target, 'link', { position })),
    ...images.map(({ target, position }) => working(target, 'image', { position })),
  ]
  const start = lineStart(entry.text, entry.bodyLine)
  const refused = entry.body.tokens.flatMap((token) =>
    token.type === 'inline' ? refusedIn(entry, token, start) : [],
  )
  return [...made, ...refused]
}

function working(target: string, kind: LinkDestination['kind'], at: FindingPlace): LinkDestination {
  return { kind, ...resolved(target), works: true, at }
}

const refusedForms = [
  /\]\([ \t\n]*<?([^()<>]{1,2000})/g,
  /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]{0,2000})>/gi,
  /^ {0,3}\[(?!\^)[^[\]\n]{1,300}\]:[ \t]*\n?[ \t]*<?((?:[a-z][a-z0-9+.-]*:|\/\/)[^\s<>]{1,2000})/gim,
]

/** Links that stayed text, because their address may not be one. */
function refusedIn({ body }: Entry, token: Token, start: number): LinkDestination[] {
  const { content } = token
  if (!content.includes('](') && !/<[a-z]|\]:/i.test(content)) return []
  const taken = marksOf(token).filter(
    ({ kind, from }) => !/^(?:delimiter|syntax)$/.test(kind) && content[from] !== '&',
  )
  return refusedForms.flatMap((form) =>
    Array.from(content.matchAll(form)).flatMap((match): LinkDestination[] => {
      const written = match[1] ?? ''
      const from = match.index + match[0].length - written.length
      const isTaken = taken.some((mark) => mark.from <= from && from < mark.to)
      if (isTaken || content[match.index - 1] === '\\') return []
      const span = [from, from + written.trimEnd().length].map(
        (at) => start + body.source.offset(token, at),
      )
      const kind = isImage(content, match.index) ? 'image' : 'link'
      return [
        {
          kind,
          ...resolved(written),
          works: false,
          at: { span: [span[0] ?? 0, span[1] ?? 0] },
        },
      ]
    }),
  )
}

/** Whether the brackets that end here began with an exclamation mark. */
function isImage(content: string, labelEnd: number): boolean {
  const before = content.slice(Math.max(0, labelEnd - 300), labelEnd)
  const open = before.lastIndexOf('[')
  return open > 0 && before[open - 1] === '!'
}

function resolved(written: string): Pick<LinkDestination, 'target' | 'scheme'> {
  const target = unescapeAll(written).replace(/[\p{C}\p{Z}\s]+/gu, '')
  return { target, scheme: /^([a-z][a-z0-9+.-]*):/i.exec(target)?.[1]?.toLowerCase() }
}
