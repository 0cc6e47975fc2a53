import type { ProfilePage } from 'schema-dts'
import type { EntryOf, Library } from '../../content/library.ts'
import { articleData, workData } from './article.ts'

/** A page about one person: who, in which post, which honours; nothing private, and no date of birth. */
export function personData(
  library: Library,
  entry: EntryOf<'people'>,
  image: string | undefined,
): ProfilePage {
  const { title, role, honours, deceased, summary } = entry.data
  const work = articleData(library, entry, image)
  return {
    '@type': 'ProfilePage',
    name: title,
    ...workData(library, entry, image),
    ...('citation' in work ? { citation: work.citation } : {}),
    mainEntity: {
      '@type': 'Person',
      name: title,
      description: summary,
      jobTitle: role.text,
      award: honours.map(({ name }) => name),
      ...(deceased ? { deathDate: deceased.date } : {}),
    },
  }
}
