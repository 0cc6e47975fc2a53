import { mediaFile } from '../../../content/address.ts'
import { readCues } from '../../../content/captions.ts'
import type { Entry, Library } from '../../../content/library.ts'
import { object, passage } from './passage.ts'
import type { Part, ProsePassage } from './passage.ts'

/** The cues of one WebVTT file, as prose with exact offsets into its text. */
interface CaptionProse {
  file: string
  text: string
  passages: readonly ProsePassage[]
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
  return [captions, chapters].flatMap((path) => (path ? mediaFile(entry, path) : []))
}

/** The text of each cue, at its place in the file. */
function cuePassages(text: string, protectedWords: readonly string[]): ProsePassage[] {
  const starts = lineStarts(text)
  const written = text.split('\n')
  return readCues(text).flatMap(({ lines }) => {
    const parts = lines.flatMap(({ position: { line } }, index) =>
      lineParts(written[line - 1] ?? '', starts[line - 1] ?? 0, index > 0),
    )
    const context = { kind: 'caption', inList: false, inQuote: false } as const
    return parts.length > 0 ? passage(context, parts, protectedWords) : []
  })
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
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
