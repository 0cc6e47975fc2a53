import type { Entry } from '../../../content/library.ts'
import { lineStarts } from '../../../content/positions.ts'
import type { FieldPath } from '../../../content/yaml.ts'
import { stepsOf, textsAt } from '../named-references.ts'
import { fieldPassage } from './passage.ts'
import type { Part, ProsePassage } from './passage.ts'

/** Fields whose text readers read; `*` stands for every item of a list. */
const read = [
  'title',
  'short',
  'summary',
  'intro',
  'audience',
  'caption',
  'discussion.*',
  'programme',
  'keys.*',
  'measures.*.text',
  'objectives.*',
  'role.text',
  'honours.*.name',
  'honours.*.note',
  'life.*.what',
  'portrait.caption',
  'highlight.text',
  'highlight.unit',
  'highlight.label',
  'cover.alt',
  'external.label',
  'aim',
  'occasion.name',
  'agenda.*.title',
  'agenda.*.note',
  'questions.*.question',
  'figures.*.label',
  'quiz.*.question',
  'quiz.*.options.*',
  'quiz.*.explanation',
  'corrections.*.was',
  'corrections.*.now',
  'corrections.*.why',
  'ai',
].map(stepsOf)

/** The text fields of an entry's front matter, in file order; where their letters stand is read when asked. */
export function fieldPassages(entry: Entry, protectedWords: readonly string[]): ProsePassage[] {
  const written = fieldLines(entry)
  return readFields(entry)
    .sort(([a], [b]) => (written.get(a[0]) ?? 0) - (written.get(b[0]) ?? 0))
    .map(([field, value]) =>
      fieldPassage(field, value, () => partsOf(entry, field, value), protectedWords),
    )
}

/** Fields whose text readers read, with their values. */
export function readFields({ data }: Entry): [FieldPath, string][] {
  return read.flatMap((steps) => textsAt(data, steps))
}

/** Names of fields, and their place in the order they are written in. */
function fieldLines({ text, bodyLine }: Entry): Map<string | number | undefined, number> {
  const lines = text.split('\n', bodyLine)
  const names = lines.flatMap((line) => /^(["']?)([a-z_]+)\1:/.exec(line)?.[2] ?? [])
  return new Map(names.map((name, place) => [name, place]))
}

function partsOf(entry: Entry, field: FieldPath, value: string): Part[] {
  const starts = lineStarts(entry.text.split('\n'))
  const end = starts[entry.bodyLine - 1] ?? entry.text.length
  const { line, column } = entry.locate(field)
  return align(value, entry.text.slice(0, end), (starts[line - 1] ?? 0) + column - 1)
}

/**
 * Lay a scalar's value over its source. Quotes, escapes, indentation and the header of a block
 * scalar stand only in the source; a folded line break is a space in the value.
 */
function align(value: string, source: string, start: number): Part[] {
  const parts: Part[] = []
  const opening = /^[|>][^\n]*\n|^["']/.exec(source.slice(start, start + 80))?.[0] ?? ''
  let at = start + opening.length
  for (const character of value) {
    const from = skip(source, at, character, opening)
    const last = parts.at(-1)
    const literal = source.startsWith(character, from)
    const end = literal ? from + character.length : from + escapeLength(source, from)
    if (last?.literal && literal && last.span[1] === from)
      parts[parts.length - 1] = { text: last.text + character, span: [last.span[0], end], literal }
    else parts.push({ text: character, span: [from, end], literal })
    at = end
  }
  return parts
}

/** Where the next character of a value begins: after what only the source has. */
function skip(source: string, at: number, character: string, opening: string): number {
  if (opening === "'" && character === "'") return at + 1
  if (opening === '"' && /^\\["\\/]/.test(source.slice(at, at + 2))) return at + 1
  if (source.startsWith(character, at) || /\s/.test(character)) return at
  const gap = /^(?:\\\n\s*|\s+)/.exec(source.slice(at, at + 400))?.[0].length ?? 0
  return source.startsWith(character, at + gap) ? at + gap : at
}

/** How long the source of one character is that is not written as itself. */
function escapeLength(source: string, at: number): number {
  const written = /^(?:\\x..|\\u.{4}|\\U.{8}|\\.|[ \t]*\n\s*)/.exec(source.slice(at, at + 400))
  return written?.[0].length ?? 0
}
