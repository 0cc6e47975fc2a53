import type { PagePlace } from './activity.ts'

/** How a text or a film was attended to, over all visits. */
export interface Attention {
  /** Seconds in front of the reader: the page in view, and a sign of them not long ago. */
  spent: number
  /** Parts of the text that were on the screen, in order: `1` for one that was. */
  seen: string
}

/** Parts a text is taken in; one is about a paragraph. */
const parts = 20
/** Of the reading time, what a quick reader takes. */
const share = 1 / 3
/** Of a text, what may be skipped: a table, a note. */
const skipped = 1 / 5
/** Seconds without a sign of the reader after which they count as gone. */
export const idleAfter = 60

export const unread: Attention = { spent: 0, seen: '0'.repeat(parts) }

/** Attention of earlier visits, as the place keeps it. */
export function attentionOf(place: Pick<PagePlace, 'spent' | 'seen'> | undefined): Attention {
  return { spent: place?.spent ?? 0, seen: place?.seen ?? unread.seen }
}

/** After so many more seconds with the text in view from one portion to another, each from 0 to 1. */
export function attended(
  { spent, seen }: Attention,
  { seconds, from, to }: { seconds: number; from: number; to: number },
): Attention {
  const isInView = (part: number) => part / parts < to && (part + 1) / parts > from
  const now = [...seen].map((mark, part) => (isInView(part) ? '1' : mark)).join('')
  return { spent: spent + seconds, seen: now }
}

/** What is lacking before a text of so many minutes counts as read; nothing when it does. */
export function lacking({ spent, seen }: Attention, minutes: number): 'text' | 'time' | undefined {
  const unseen = [...seen].filter((mark) => mark === '0').length
  if (unseen > parts * skipped) return 'text'
  return spent < minutes * 60 * share ? 'time' : undefined
}

/** Of a text of so many minutes, those after which it counts as read, in whole ones: never fewer than it takes. */
export function leastMinutes(minutes: number): number {
  return Math.max(1, Math.ceil(minutes * share))
}

/** Has a film of so many seconds been watched, once it ended? Skipping to the end is not watching. */
export function isWatched(spent: number, length: number): boolean {
  return spent >= length / 2
}
