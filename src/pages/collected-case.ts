import type { Library } from '../content/library.ts'
import { addressAt, collectedPortals } from '../content/origins.ts'
import type { Origin } from '../content/origins.ts'
import { slugOfCase } from '../model/collected.ts'
import type { CollectedPortal } from '../model/collected.ts'
import type { OpenFact, OpenSource } from '../model/open-data.ts'
import type { Fact, Source } from '../model/sources.ts'
import type { ListedCase } from './listed-case.ts'

/** The cases of other portals, in the order of the settings, each portal's by path. */
export function collectedCases(library: Library): ListedCase[] {
  return collectedPortals(library).flatMap(([portal, origin]) => casesOf(portal, origin))
}

function casesOf(portal: CollectedPortal, origin: Origin): ListedCase[] {
  const { facts } = portal
  return portal.cases.map((data): ListedCase => {
    const sources = () => data.sources.flatMap((id) => sourceIn(portal, id) ?? [])
    const date = latest(data.sources, portal)
    return {
      collection: 'cases',
      id: `${origin.id}:${slugOfCase(data)}`,
      ...linkTo(portal, data.path),
      data,
      who: data.unit,
      unit: data.unit,
      ...(date === undefined ? {} : { date }),
      sources,
      cited(id) {
        const fact = facts.get(id)
        const source = fact && sourceIn(portal, fact.source)
        return (
          source && {
            ...{ fact: factOf(fact), source },
            ...linkTo(portal, `/data/${source.id}.html#${id}`),
          }
        )
      },
      origin,
    }
  })
}

function linkTo(portal: CollectedPortal, path: string): { href?: string } {
  const href = addressAt(portal, path)
  return href === undefined ? {} : { href }
}

function latest(ids: readonly string[], { sources }: CollectedPortal): string | undefined {
  return ids
    .flatMap((id) => sources.get(id)?.published ?? [])
    .sort()
    .at(-1)
}

/** Only what somebody read is published as a fact. */
function factOf({ source, when, reread, ...fact }: OpenFact): Fact {
  void [source, when, reread]
  return { ...fact, verified: true }
}

function sourceIn({ sources }: CollectedPortal, id: string): Source | undefined {
  const source: OpenSource | undefined = sources.get(id)
  return source && { ...source, facts: [] }
}
