import type { Library } from '../content/library.ts'
import type { DraftOptions } from './draft.ts'
import { mendWith } from './mend.ts'

/** Of a portal what a draft needs to know. */
export function knowledgeOf(library: Library): Pick<DraftOptions, 'organizations' | 'mend'> {
  return { organizations: organizationsOf(library), mend: mendWith(library) }
}

/** What a browser is told of a portal, to make drafts for it. */
export interface TakenAlong extends Pick<DraftOptions, 'organizations'> {
  /** Files that a new one must not take the place of. */
  files: string[]
}

export function takenAlong(library: Library): TakenAlong {
  const files = [...library.entries, ...library.sources.values()].map(({ file }) => file)
  return { organizations: organizationsOf(library), files: files.sort() }
}

function organizationsOf({ entries }: Library): DraftOptions['organizations'] {
  return entries.flatMap(({ collection, slug, data }) =>
    collection === 'organizations' ? [{ slug, title: data.title }] : [],
  )
}
