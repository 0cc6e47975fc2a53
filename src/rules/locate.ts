import type { Library } from '../content/library.ts'
import { lineStarts, positionOf } from '../content/positions.ts'
import type { YamlDocument } from '../content/yaml.ts'
import type { Position } from '../model/issue.ts'
import type { Place, Span } from './rule.ts'

/** A file that findings stand in. */
export interface Located {
  text: string
  locate?: YamlDocument['locate']
}

/** Every text file a finding may name, by path. */
export function locatedFiles(library: Library): Map<string, Located> {
  return new Map<string, Located>([
    ...library.entries.map((entry) => [entry.file, entry] as const),
    ...Array.from(library.sources.values(), (source) => [source.file, source] as const),
    ...Array.from(library.captions, ([path, file]) => [path, file] as const),
    ...(library.siteFile ? [[library.siteFile.file, library.siteFile] as const] : []),
  ])
}

/** Line and column of a place: the start of the file when the place or the file is not known. */
export function positionIn(file: Located | undefined, at: Place | undefined): Position {
  const start = { line: 1, column: 1 }
  if (!at || !file) return at && 'position' in at ? at.position : start
  if ('position' in at) return at.position
  if ('span' in at) return spanPosition(file.text, at.span)
  const path = typeof at.field === 'string' ? [at.field] : at.field
  return file.locate?.(path, at.part) ?? start
}

function spanPosition(text: string, [from, to]: Span): Position {
  const start = Math.min(Math.max(0, from), text.length)
  return positionOf(lineStarts(text.split('\n')), start, Math.min(Math.max(start, to), text.length))
}
