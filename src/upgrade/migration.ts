import type { Document } from 'yaml'
import type { TextFile } from '../content/files.ts'
import type { Issue } from '../model/issue.ts'
import type { Fact } from '../model/sources.ts'
import type { Edit } from '../rules/engine/rule.ts'

/** A file in the older shape, read. */
interface OldFile extends TextFile {
  document: Document.Parsed
}

/** Figures of the portal's facts, by their ids. */
export type Figures = ReadonlyMap<string, Fact['figure']>

/** What one version of the content model asks of content of the version before. */
export interface Migration {
  /** The version it leads to. */
  to: number
  /** What is written otherwise, in Chinese. */
  says: string
  /** How a person decides what the program cannot, in Chinese. */
  advice: string
  /** Whether a file can hold what changed, by its path from the portal's root. */
  concerns: (path: string) => boolean
  /** Changes whose meaning is certain; all else stays as it was typed, letter by letter. */
  edits: (file: OldFile, figures: Figures) => Edit[]
  /** Whether an error of the check is what this change leaves to a person. */
  leaves: (issue: Issue) => boolean
}
