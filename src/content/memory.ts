import type { Issue } from '../model/issue.ts'
import type { TextFile } from './files.ts'
import type { Entry, SourceRecord } from './library.ts'
import type { ReadLists } from './read-collected.ts'

/** What reading made of one file; without `value` the file is left out, and `issues` say why. */
export interface Read<Value> {
  file: TextFile
  value?: Value
  /** What there is of it when a part could not be read: to be checked, and for nothing else. */
  partial?: Value
  issues: readonly Issue[]
}

/** What files became, by path, for those who read the same portal again and again. */
export interface Memory {
  entries: Map<string, Read<Entry>>
  sources: Map<string, Read<SourceRecord>>
  /** What folders of other portals became, by their name. */
  collected: Map<string, RememberedFolder>
}

/** A folder as it was read, and the names of its files then. */
interface RememberedFolder {
  of: string
  read: ReadLists
}

export function newMemory(): Memory {
  return { entries: new Map(), sources: new Map(), collected: new Map() }
}

/** Read a file, unless it is the same as last time. */
export function remember<Value>(
  known: Map<string, Read<Value>>,
  file: TextFile,
  read: (file: TextFile) => Read<Value>,
): Read<Value> {
  const last = known.get(file.path)
  if (last && (last.file === file || last.file.text === file.text)) return last
  const now = read(file)
  known.set(file.path, now)
  return now
}
