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
  const found: [FieldPath, string][] = []
  collect(data, pattern.split('.'), [], found)
  return found
}

function collect(
  data: unknown,
  [step, ...rest]: readonly string[],
  path: FieldPath,
  found: [FieldPath, string][],
): void {
  if (step === undefined) {
    if (typeof data === 'string' && data !== '') found.push([path, data])
  } else if (Array.isArray(data)) {
    if (step === '*') data.forEach((item, index) => collect(item, rest, [...path, index], found))
  } else if (typeof data === 'object' && data !== null && Object.hasOwn(data, step))
    // Whatever a field holds is looked at only as unknown.
    collect((data as Record<string, unknown>)[step], rest, [...path, step], found)
}
