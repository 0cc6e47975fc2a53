import type { Entry, Library } from '../content/library.ts'
import { object, passage } from './prose/passage.ts'
import type { Part, Passage } from './prose/passage.ts'

/** The cues of one WebVTT file, as prose with exact offsets into its text. */
export interface CaptionProse {
  file: string
  text: string
  passages: readonly Passage[]
}

/** The cues of every caption and chapter file, by path. */
export function captionProse(library: Library): Map<string, CaptionProse> {
  const words = library.site.terms.filter((term) => term.protected).map(({ use }) => use)
  return new Map(
    Array.from(library.captions, ([file, { text }]) => [
      file,
      { file, text, passages: cuePassages(text, words) },
    ]),
  )
}

/** The files whose cues readers of an entry read: captions and chapters of a video. */
export function captionFiles(entry: Entry): string[] {
  if (entry.collection !== 'videos') return []
  const { captions, chapters } = entry.data
  const folder = entry.file.slice(0, entry.file.lastIndexOf('/'))
  return [captions, chapters].flatMap((path) => {
    if (!path) return []
    return path.startsWith('/') ? `content${path}` : `${folder}/${path.replace(/^\.\//, '')}`
  })
}

/** The text of each cue: what stands between a timing line and the next blank line. */
export function cuePassages(text: string, protectedWords: readonly string[]): Passage[] {
  const passages: Passage[] = []
  let parts: Part[] | undefined
  let at = 0
  const close = () => {
    if (parts && parts.length > 0)
      passages.push(
        passage({ kind: 'caption', inList: false, inQuote: false }, parts, protectedWords),
      )
    parts = undefined
  }
  for (const line of `${text}\n`.split('\n')) {
    const written = line.replace(/\r$/, '')
    if (written.trim() === '') close()
    else if (written.includes('-->')) parts = []
    else parts?.push(...lineParts(written, at, parts.length > 0))
    at += line.length + 1
  }
  close()
  return passages
}

/** A cue's line without its tags; an entity stands for itself. */
function lineParts(line: string, start: number, follows: boolean): Part[] {
  const parts: Part[] = follows ? [{ text: '\n', span: [start - 1, start], literal: true }] : []
  for (const match of line.matchAll(/<[^>]*>|&[a-z#0-9]{1,10};|[^<&]+|[<&]/gi)) {
    const span = [start + match.index, start + match.index + match[0].length] as const
    const isEntity = match[0].length > 1 && match[0].startsWith('&')
    if (match[0].length > 1 && match[0].startsWith('<')) continue
    parts.push({ text: isEntity ? object : match[0], span, literal: !isEntity })
  }
  return parts
}
