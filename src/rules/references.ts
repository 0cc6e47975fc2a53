import type { Entry } from '../content/library.ts'
import type { FieldPath } from '../content/yaml.ts'
import type { Place } from './rule.ts'

export type ReferenceKind =
  'organization' | 'topic' | 'series' | 'source' | 'entry' | 'lesson' | 'media'

export interface NamedReference {
  kind: ReferenceKind
  name: string
  at: Place
}

/** Fields that name something else; `*` stands for every item of a list. */
const fields: Record<ReferenceKind, string[]> = {
  organization: ['organizations.*', 'unit', 'parent'],
  topic: ['topics.*'],
  series: ['series'],
  source: ['sources.*'],
  entry: ['related.*', 'entries.*'],
  lesson: ['lessons.*'],
  media: ['cover.image', 'file', 'poster', 'captions', 'chapters'],
}

/** Everything the front matter and the images of an entry name, and where. */
export function* referencesOf(entry: Entry): Generator<NamedReference> {
  for (const [kind, patterns] of Object.entries(fields))
    for (const pattern of patterns)
      for (const [field, name] of textsAt(entry.data, pattern))
        // Object.entries loses the literal types of the table above.
        yield { kind: kind as ReferenceKind, name, at: { field } }
  for (const { target, position } of entry.body.images)
    if (!/^[a-z]+:/i.test(target)) yield { kind: 'media', name: target, at: { position } }
}

/** The texts that a dotted path leads to in plain data, each with its own path. */
export function* textsAt(
  data: unknown,
  pattern: string,
  path: FieldPath = [],
): Generator<[FieldPath, string]> {
  if (pattern === '') {
    if (typeof data === 'string' && data !== '') yield [path, data]
    return
  }
  const [step = '', ...rest] = pattern.split('.')
  const items = Array.isArray(data) && step === '*' ? Array.from(data.entries()) : field(data, step)
  for (const [key, value] of items) yield* textsAt(value, rest.join('.'), [...path, key])
}

function field(data: unknown, name: string): [string, unknown][] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return []
  return Object.entries(data).filter(([key]) => key === name)
}
