import type { Entry, Library, SourceRecord } from '../../content/library.ts'
import { lineStarts, positionOf } from '../../content/positions.ts'
import type { YamlDocument } from '../../content/yaml.ts'
import type { Position } from '../../model/issue.ts'
import type { FindingPlace, Span } from './rule.ts'

/** A file that findings stand in. */
interface Located {
  text: string
  locate?: YamlDocument['locate']
  /** Offsets at which lines begin, counted once a run. */
  starts?: () => readonly number[]
}

/** Every text file a finding may name, by path. */
export class LocatedFiles {
  readonly entries: ReadonlyMap<string, Entry>
  readonly sources: ReadonlyMap<string, SourceRecord>
  private readonly counted = new Map<string, Located>()

  constructor(private readonly library: Library) {
    const entries = [...library.entries, ...library.partial]
    this.entries = new Map(entries.map((entry) => [entry.file, entry]))
    this.sources = new Map(Array.from(library.sources.values(), (source) => [source.file, source]))
  }

  textOf(path: string): string | undefined {
    return this.find(path)?.text
  }

  /** The file, ready to count its lines: few of them have findings. */
  get(path: string): Located | undefined {
    const known = this.counted.get(path)
    const file = known ? undefined : this.find(path)
    if (file) this.counted.set(path, counted(file))
    return this.counted.get(path)
  }

  private find(path: string): Located | undefined {
    const { captions, siteFile } = this.library
    const read = this.entries.get(path) ?? this.sources.get(path) ?? captions.get(path)
    return read ?? (siteFile?.file === path ? siteFile : undefined)
  }
}

function counted({ text, locate }: Located): Located {
  let starts: readonly number[] | undefined
  return { text, locate, starts: () => (starts ??= lineStarts(text.split('\n'))) }
}

/** Line and column of a place: the start of the file when the place or the file is not known. */
export function positionIn(file: Located | undefined, at: FindingPlace | undefined): Position {
  const start = { line: 1, column: 1 }
  if (!at || !file) return at && 'position' in at ? at.position : start
  if ('position' in at) return withinFile(file, at.position)
  if ('span' in at) return spanPosition(file, at.span)
  const path = typeof at.field === 'string' ? [at.field] : at.field
  return file.locate?.(path, at.part) ?? start
}

/** A file that ends with its front matter has no line on which its body would begin. */
function withinFile(file: Located, position: Position): Position {
  const starts = file.starts?.() ?? lineStarts(file.text.split('\n'))
  return position.line > starts.length ? { line: starts.length, column: 1 } : position
}

function spanPosition({ text, starts }: Located, [from, to]: Span): Position {
  const start = Math.min(Math.max(0, from), text.length)
  const end = Math.min(Math.max(start, to), text.length)
  return positionOf(starts?.() ?? lineStarts(text.split('\n')), start, end)
}
