import type { Entry } from '../content/library.ts'
import type { FieldPath } from '../content/yaml.ts'
import { referenceFields } from '../model/references.ts'
import type { ReferenceKind } from '../model/references.ts'
import type { Place } from './rule.ts'

export interface NamedReference {
  kind: ReferenceKind
  name: string
  at: Place
}

/** Everything the front matter and the images of an entry name, and where. */
export function* referencesOf(entry: Entry): Generator<NamedReference> {
  for (const [kind, patterns] of Object.entries(referenceFields))
    for (const pattern of patterns)
      for (const [field, name] of textsAt(entry.data, pattern))
        // Object.entries loses the literal types of the table above.
        yield { kind: kind as ReferenceKind, name, at: { field } }
  for (const { target, position } of entry.body.images)
    if (!/^[a-z]+:/i.test(target)) yield { kind: 'media', name: target, at: { position } }
}

/** The texts that a dotted path leads to in plain data, each with its own path. */
export function textsAt(data: unknown, pattern: string): [FieldPath, string][] {
  let found: [FieldPath, unknown][] = [[[], data]]
  for (const step of pattern.split('.'))
    found = found.flatMap(([path, value]) =>
      childrenAt(value, step).map(([key, child]): [FieldPath, unknown] => [[...path, key], child]),
    )
  return found.flatMap(([path, value]): [FieldPath, string][] =>
    typeof value === 'string' && value !== '' ? [[path, value]] : [],
  )
}

function childrenAt(data: unknown, step: string): [string | number, unknown][] {
  if (Array.isArray(data)) return step === '*' ? [...data.entries()] : []
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, step)) return []
  // Whatever a field holds is looked at only as unknown.
  return [[step, (data as Record<string, unknown>)[step]]]
}
