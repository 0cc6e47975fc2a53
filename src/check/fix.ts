import type { PortalFiles } from '../content/files.ts'
import { buildLibrary } from '../content/library.ts'
import { newMemory } from '../content/memory.ts'
import { textsOf, withTexts } from '../content/portal-texts.ts'
import type { CheckedIssue } from '../rules/engine/run.ts'
import type { Edit } from '../rules/engine/rule.ts'
import { checkLibrary } from './check.ts'
import type { CheckScope } from './check.ts'
import { applyEdits } from './edits.ts'

/** A file that fixes change. */
export interface FixedFile {
  path: string
  before: string
  after: string
}

/** Rounds after which fixing stops: each lets fixes in that met another, or that another made room for. */
const rounds = 10

/**
 * Apply the fixes of the issues that a scope selects, and check again, until nothing is left to fix.
 * Nothing is written. A file whose fixes undo each other, or would make it unreadable, stays as it is.
 */
export function fixFiles(
  files: PortalFiles,
  scope: CheckScope,
  wanted: (issue: CheckedIssue) => boolean,
): FixedFile[] {
  const memory = newMemory()
  const original = new Map(textsOf(files).map(({ path, text }) => [path, text]))
  const seen = new Map<string, Set<string>>()
  const frozen = new Set<string>()
  // Files that could not be read from the beginning: fixes cannot have done that.
  const faulty = new Set<string>()
  let current = files
  let covers = scope.covers
  for (let round = 0; round < rounds; round++) {
    const library = buildLibrary(current, { memory })
    if (round === 0) for (const path of library.rejected) faulty.add(path)
    for (const path of library.rejected) if (!faulty.has(path)) frozen.add(path)
    const issues = checkLibrary(library, { ...scope, covers }).filter(wanted)
    const next = editedTexts(current, issues, frozen)
    for (const [path, text] of next) {
      const texts = seen.get(path) ?? new Set([original.get(path) ?? ''])
      if (texts.has(text)) frozen.add(path)
      seen.set(path, texts.add(text))
    }
    for (const path of frozen) next.set(path, original.get(path) ?? '')
    current = withTexts(current, next)
    if ([...next.keys()].every((path) => frozen.has(path))) break
    covers = (file) => next.has(file)
  }
  return textsOf(current).flatMap(({ path, text }) => {
    const before = original.get(path) ?? text
    return before === text ? [] : { path, before, after: text }
  })
}

function editedTexts(
  files: PortalFiles,
  issues: readonly CheckedIssue[],
  frozen: ReadonlySet<string>,
): Map<string, string> {
  const edits = new Map<string, Edit[]>()
  for (const { file, fix } of issues)
    if (fix && !frozen.has(file)) edits.set(file, [...(edits.get(file) ?? []), fix])
  const texts = textsOf(files).flatMap(({ path, text }): [string, string][] => {
    const after = applyEdits(text, edits.get(path) ?? [])
    return after === text ? [] : [[path, after]]
  })
  return new Map(texts)
}
