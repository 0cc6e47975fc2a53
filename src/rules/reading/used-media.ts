import { mediaFile } from '../../content/address.ts'
import type { Library } from '../../content/library.ts'
import { readReferences } from './named-references.ts'

/** Files of media and captions that entries use. */
export function usedMedia({ entries }: Library): ReadonlySet<string> {
  const used = new Set<string>()
  for (const entry of entries)
    for (const { kind, name } of readReferences({ entry }))
      if (kind === 'media') used.add(mediaFile(entry, name))
  return used
}
