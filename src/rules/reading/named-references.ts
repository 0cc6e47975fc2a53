import type { Entry } from '../../content/library.ts'
import type { FieldPath } from '../../content/yaml.ts'
import { referenceFields } from '../../model/references.ts'
import type { ReferenceKind } from '../../model/references.ts'
import type { EntryContext, FindingPlace } from '../engine/rule.ts'

interface NamedReference {
  kind: ReferenceKind
  name: string
  at: FindingPlace
}

const fields = Object.entries(referenceFields).flatMap(([kind, patterns]) =>
  // Object.entries loses the literal types of the table.
  patterns.map((pattern) => ({ kind: kind as ReferenceKind, steps: stepsOf(pattern) })),
)

/** Everything the front matter and the images of an entry name, and where. */
export function referencesOf({ own }: EntryContext): readonly NamedReference[] {
  return own(readReferences)
}

export function readReferences({ entry }: { entry: Entry }): NamedReference[] {
  const found: NamedReference[] = []
  for (const { kind, steps } of fields)
    for (const [field, name] of textsAt(entry.data, steps))
      found.push({ kind, name, at: { field } })
  for (const { target, position } of entry.body.images)
    if (!/^[a-z]+:/i.test(target)) found.push({ kind: 'media', name: target, at: { position } })
  return found
}

/** The names of a dotted path; `*` stands for every item of a list. */
export function stepsOf(pattern: string): string[] {
  return pattern.split('.')
}

/** The texts that a path leads to in plain data, each with its own path. */
export function textsAt(data: unknown, steps: readonly string[]): [FieldPath, string][] {
  const found: [FieldPath, string][] = []
  collect(data, steps, [], found)
  return found
}

function collect(
  data: unknown,
  steps: readonly string[],
  path: FieldPath,
  found: [FieldPath, string][],
): void {
  const step = steps[path.length]
  if (step === undefined) {
    if (typeof data === 'string' && data !== '') found.push([path, data])
  } else if (Array.isArray(data)) {
    if (step === '*') data.forEach((item, index) => collect(item, steps, [...path, index], found))
  } else if (typeof data === 'object' && data !== null && Object.hasOwn(data, step))
    // Whatever a field holds is looked at only as unknown.
    collect((data as Record<string, unknown>)[step], steps, [...path, step], found)
}
