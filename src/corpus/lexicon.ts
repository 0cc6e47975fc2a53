/** The words that the portal's search knows. Build time. */
import type { Library } from '../content/library.ts'
import { starterSynonyms, type SynonymGroup } from '../model/synonyms.ts'
import type { Lexicon } from '../search/build.ts'

type Words = readonly string[]

/** A group without words that are to stand apart, but for the first of them. */
function parted(group: Words, apart: readonly Words[]): Words {
  return apart.reduce((words, others) => {
    const [, ...rest] = words.filter((word) => others.includes(word))
    return words.filter((word) => !rest.includes(word))
  }, group)
}

function groupsOf(kind: 'same' | 'near', own: readonly SynonymGroup[]): Words[] {
  const apart = own.map((group) => group.apart ?? [])
  const inherited = starterSynonyms.map((group) => group[kind] ?? [])
  const groups = [
    ...inherited.map((group) => parted(group, apart)),
    ...own.map((group) => group[kind] ?? []),
  ]
  return groups.filter(({ length }) => length > 1)
}

/** Title, short name and aliases of each published organization: they are one body. */
function namesOfOrganizations({ entries }: Library): Words[] {
  return entries.flatMap((entry) => {
    if (entry.collection !== 'organizations' || entry.data.status !== 'published') return []
    const { title, short, aliases } = entry.data
    return [[title, ...(short ? [short] : []), ...aliases]]
  })
}

/** Words of `site.yaml`, its synonyms over those any portal inherits, and the names of organizations. */
export function lexiconOf(library: Library): Lexicon {
  const { words, terms, synonyms } = library.site
  const names = namesOfOrganizations(library)
  return {
    words: [...words, ...terms.map(({ use }) => use), ...names.flat()],
    same: [...groupsOf('same', synonyms), ...names.filter(({ length }) => length > 1)],
    near: groupsOf('near', synonyms),
  }
}
