/** Cases of other portals as search documents: they lead to the pages they were published on. Build time. */
import { hash } from 'node:crypto'
import type { Library } from '../content/library.ts'
import { addressAt, collectedPortals } from '../content/origins.ts'
import type { Origin } from '../content/origins.ts'
import { slugOfCase } from '../model/collected.ts'
import type { CollectedText } from '../model/collected.ts'
import { collections } from '../model/index.ts'
import type { OpenCase } from '../model/open-data.ts'
import { placesIn, provinceOf } from '../model/regions.ts'
import type { SearchDocument, SearchSection } from '../search/build.ts'
import type { Searchable } from './searchable.ts'
import { caseWords, text } from './sections.ts'

/** Every case of other portals that is no sample, in the order of the settings. */
export function collectedSearchables(library: Library): Searchable[] {
  return collectedPortals(library).flatMap(([portal, origin]) =>
    portal.cases
      .filter(({ provenance }) => provenance !== 'sample')
      .map((one): Searchable => {
        const words = portal.textOf(one)
        const name = slugOfCase(one)
        const id = `/collected/${origin.id}/${name}`
        // Without a page of its own it is found in the list, which tells none of them apart.
        const path = addressAt(portal, one.path) ?? `/cases/origin/${origin.id}.html?case=${name}`
        return {
          id,
          of: hash('sha1', JSON.stringify([one, origin.name, path, words?.sha256])),
          document: () => documentOf(one, { id, path, origin, words }),
        }
      }),
  )
}

function documentOf(
  one: OpenCase,
  { id, path, origin, words }: { id: string; path: string; origin: Origin; words?: CollectedText },
): SearchDocument {
  const { title, short, summary, date, topics, regions, year, series } = one
  const organizations = [...new Set([one.unit, ...one.organizations])]
  return {
    ...{ id, path, title, date },
    kind: 'cases',
    kindLabel: collections.cases.label,
    note: `来自：${origin.name}`,
    facets: {
      collection: collections.cases.label,
      topics,
      organization: organizations,
      region: [...new Set(regions.map(provinceOf))],
      ...(year ? { year: String(year) } : {}),
      ...(series ? { series } : {}),
      origin: origin.name,
    },
    tags: [...topics, ...organizations],
    places: placesIn(regions),
    sections: [
      ...text('name', short ? [short] : []),
      ...text('summary', [summary, ...caseWords(one)]),
      ...(words ? bodyOf(words) : []),
    ],
  }
}

/** Each heading, and the paragraphs below it. */
function bodyOf({ parts }: CollectedText): SearchSection[] {
  return parts().flatMap(({ heading, anchor, paragraphs }) => {
    const place = anchor ? { anchor } : {}
    const sections: SearchSection[] = paragraphs.map((text) => ({ field: 'body', text, ...place }))
    return heading ? [{ field: 'heading', text: heading, ...place }, ...sections] : sections
  })
}
