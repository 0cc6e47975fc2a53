import type { Library } from '../content/library.ts'
import { lineStarts, positionOf } from '../content/positions.ts'
import type { YamlDocument } from '../content/yaml.ts'
import type { Position } from '../model/issue.ts'
import type { Place, Span } from './rule.ts'

/** A file that findings stand in. */
export interface Located {
  text: string
  locate?: YamlDocument['locate']
  /** Offsets at which lines begin, counted once a run. */
  starts?: () => readonly number[]
}

/** Every text file a finding may name, by path. */
export function locatedFiles(library: Library): Map<string, Located> {
  const files: (readonly [string, Located])[] = [
    ...library.entries.map((entry) => [entry.file, entry] as const),
    ...Array.from(library.sources.values(), (source) => [source.file, source] as const),
    ...library.captions,
    ...(library.siteFile ? [[library.siteFile.file, library.siteFile] as const] : []),
  ]
  return new Map(files.map(([path, file]) => [path, counted(file)]))
}

function counted({ text, locate }: Located): Located {
  let starts: readonly number[] | undefined
  return { text, locate, starts: () => (starts ??= lineStarts(text.split('\n'))) }
}

/** Line and column of a place: the start of the file when the place or the file is not known. */
export function positionIn(file: Located | undefined, at: Place | undefined): Position {
  const start = { line: 1, column: 1 }
  if (!at || !file) return at && 'position' in at ? at.position : start
  if ('position' in at) return at.position
  if ('span' in at) return spanPosition(file, at.span)
  const path = typeof at.field === 'string' ? [at.field] : at.field
  return file.locate?.(path, at.part) ?? start
}

function spanPosition({ text, starts }: Located, [from, to]: Span): Position {
  const start = Math.min(Math.max(0, from), text.length)
  const end = Math.min(Math.max(start, to), text.length)
  return positionOf(starts?.() ?? lineStarts(text.split('\n')), start, end)
}
