import { chineseDate } from '../../../src/model/dates.ts'
import { clock } from '../../../src/pages/time.ts'
import type { Hit } from '../../../src/search/query.ts'
import { markParts, type Part } from './marks.ts'

/** A result as it is drawn. */
interface HitView {
  href: string
  /** It leads to another portal. */
  isElsewhere: boolean
  kind: string
  note: string
  title: Part[]
  passage: Part[]
  /** The film at the second where the words are said. */
  play?: { href: string; label: string }
}

/** Kinds whose date is that of the source; elsewhere it is the day the portal published. */
const dated = new Set(['data'])

/** `base` is the path the portal is deployed under, with a slash at both ends. */
export function hitView(hit: Hit, base: string): HitView {
  const { path, title, titleRanges, snippet, field, anchor, at } = hit
  const isElsewhere = path.startsWith('https://')
  const page = isElsewhere ? path : base.slice(0, -1) + encodeURI(path)
  const view = {
    isElsewhere,
    href: page + (anchor ? `#${encodeURIComponent(anchor)}` : ''),
    kind: field === 'transcript' ? '视频文稿' : hit.kindLabel,
    note: noteOf(hit),
    title: markParts(title, titleRanges),
    passage: markParts(snippet.text, snippet.ranges),
    ...(at === undefined
      ? {}
      : { play: { href: `${page}?t=${Math.floor(at)}`, label: `从${clock(at)}播放` } }),
  }
  return field === 'fact' ? factView(view) : view
}

/** So many words are marked on the page that a row leads to. */
const mostWords = 4

/** What the row marks, for the page that it leads to to mark as well. */
export function markedIn({ title, titleRanges, snippet }: Hit): string[] {
  const marked = [
    ...titleRanges.map(({ start, end }) => title.slice(start, end)),
    ...snippet.ranges.map(({ start, end }) => snippet.text.slice(start, end)),
  ]
  return Array.from(new Set(marked)).slice(0, mostWords)
}

/** A fact is its figure and statement; the source it was read in stands below. */
function factView(view: HitView): HitView {
  const source = [{ text: '来源：', marked: false }, ...view.title]
  return { ...view, title: view.passage, passage: source }
}

function noteOf({ field, kind, date, note }: Hit): string {
  if (note) return note
  if (field === 'quiz') return '自测题'
  return date && dated.has(kind) ? chineseDate(date) : ''
}
