import { normalizePath } from '../content/address.ts'
import type { Entry } from '../content/library.ts'
import { referencesOf } from './references.ts'
import type { ReferenceKind } from '../model/references.ts'
import type { Place } from './rule.ts'

/** A page of the portal that an entry leads its readers to. */
export interface EntryLink {
  path: string
  at: Place
  /** The front matter names it, or the body links to it. */
  from: 'field' | 'body'
}

const pathOf: Partial<Record<ReferenceKind, (name: string, entry: Entry) => string>> = {
  organization: (name) => `/organizations/${name}`,
  entry: (name) => normalizePath(name).path,
  lesson: (name, course) => `${course.path}/${name}`,
}

/** Every entry that an entry names in its front matter or links to in its body, in that order. */
export function* linksOf(entry: Entry): Generator<EntryLink> {
  for (const { kind, name, at } of referencesOf(entry)) {
    const path = pathOf[kind]?.(name, entry)
    if (path !== undefined) yield { path, at, from: 'field' }
  }
  for (const { target, position } of entry.body.links)
    if (target.startsWith('/'))
      yield { path: normalizePath(decoded(target)).path, at: { position }, from: 'body' }
}

function decoded(target: string): string {
  try {
    return decodeURI(target)
  } catch {
    return target
  }
}
