import type { EntryOf, Library } from '../../content/library.ts'
import { libraryRule } from '../engine/rule.ts'

export const organizationHasNoCycle = libraryRule({
  id: 'organization-has-no-cycle',
  summary: '组织的上级不会绕回它自己。',
  severity: 'error',
  *check({ library }) {
    const bySlug = new Map(organizations(library).map((entry) => [entry.slug, entry]))
    for (const entry of bySlug.values()) {
      const way = wayUp(entry, bySlug)
      if (!way) continue
      yield {
        file: entry.file,
        at: { field: ['parent'] },
        message:
          way.length === 1
            ? '这个组织把自己写成了上级。'
            : `上级绕了一圈又回到自己：${way.join(' → ')} → ${entry.slug}。`,
        hint: '改正其中一个组织的 parent；最上一级不写 parent。',
      }
    }
  },
})

function organizations(library: Library): EntryOf<'organizations'>[] {
  return library.entries.filter((entry) => entry.collection === 'organizations')
}

/** The slugs from an organisation up to itself; undefined when the way ends elsewhere. */
function wayUp(
  entry: EntryOf<'organizations'>,
  bySlug: ReadonlyMap<string, EntryOf<'organizations'>>,
): string[] | undefined {
  const way = new Set<string>()
  let at: EntryOf<'organizations'> | undefined = entry
  while (at && !way.has(at.slug)) {
    way.add(at.slug)
    at = at.data.parent === undefined ? undefined : bySlug.get(at.data.parent)
  }
  return at === entry ? [...way] : undefined
}
