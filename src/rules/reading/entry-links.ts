import { normalizePath } from '../../content/address.ts'
import type { Entry } from '../../content/library.ts'
import { readReferences } from './named-references.ts'
import type { ReferenceKind } from '../../model/references.ts'
import type { EntryContext, FindingPlace } from '../engine/rule.ts'

/** A page of the portal that an entry leads its readers to. */
interface EntryLink {
  path: string
  at: FindingPlace
  /** The front matter names it, or the body links to it. */
  from: 'field' | 'body'
}

const pathOf: Partial<Record<ReferenceKind, (name: string, entry: Entry) => string>> = {
  organization: (name) => `/organizations/${name}`,
  entry: (name) => normalizePath(name).path,
  lesson: (name, course) => `${course.path}/${name}`,
}

/** Every entry that an entry names in its front matter or links to in its body, in that order. */
export function linksOf({ own }: EntryContext): readonly EntryLink[] {
  return own(readLinks)
}

export function readLinks({ entry }: { entry: Entry }): EntryLink[] {
  const found: EntryLink[] = []
  for (const { kind, name, at } of readReferences({ entry })) {
    const path = pathOf[kind]?.(name, entry)
    if (path !== undefined) found.push({ path, at, from: 'field' })
  }
  for (const { target, position } of entry.body.links)
    if (target.startsWith('/')) {
      const { path } = normalizePath(decoded(target))
      found.push({ path, at: { position }, from: 'body' })
    }
  return found
}

function decoded(target: string): string {
  if (!target.includes('%')) return target
  try {
    return decodeURI(target)
  } catch {
    return target
  }
}
