/** Sources as search documents: what was read of them, as facts. Build time. */
import type { Entry, SourceRecord } from '../content/library.ts'
import { placesIn } from '../model/regions.ts'
import type { Fact } from '../model/sources.ts'
import type { SearchDocument, SearchSection } from '../search/build.ts'

/** A fact with its figure as readers see it: 600余家. */
function factSection({
  id,
  statement,
  figure,
  unit = '',
  qualifier,
  article,
}: Fact): SearchSection {
  // A rhetorical figure is not a count: 百家 is not 100家.
  const isCount = typeof figure === 'number' && qualifier !== 'rhetorical'
  const [about, over] = [qualifier === 'about' ? '约' : '', qualifier === 'over' ? '余' : '']
  const number = isCount ? `${about}${figure}${over}${unit}` : ''
  const shown = number && !statement.includes(number) ? `（${number}）` : ''
  // Within its sentence: after the full stop it would begin the next one.
  const sentence = shown ? statement.replace(/[。！？；]?$/, (end) => shown + end) : statement
  const place = article ? `${article} ` : ''
  return { field: 'fact', text: `${place}${sentence}`, anchor: id }
}

/** A source with its facts; `places` is where those entries lie that rest on it alone. */
export function sourceDocument(
  { data }: SourceRecord,
  facts: Fact[],
  places: readonly string[],
): SearchDocument {
  return {
    id: `/data/${data.id}`,
    path: `/data/${data.id}.html`,
    title: data.title,
    kind: 'data',
    kindLabel: '数读',
    ...(data.published ? { date: data.published } : {}),
    facets: { collection: '数读' },
    places,
    sections: [
      { field: 'summary', text: `${data.publisher} ${data.series ?? ''}`.trim() },
      ...facts.map(factSection),
    ],
  }
}

/** Where the cases and videos lie that rest on each source alone. */
export function placesOfSources(entries: readonly Entry[]): Map<string, string[]> {
  const places = new Map<string, string[]>()
  for (const { collection, data } of entries) {
    const [source] = data.sources
    if (source === undefined || data.sources.length > 1) continue
    if (collection !== 'cases' && collection !== 'videos' && collection !== 'people') continue
    places.set(source, [...new Set([...(places.get(source) ?? []), ...placesIn(data.regions)])])
  }
  return places
}
