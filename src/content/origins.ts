import type { CollectedPortal } from '../model/collected.ts'
import type { Library } from './library.ts'

/** A portal that cases were collected from, as readers are told of it. */
export interface Origin {
  id: string
  /** Never the name of this portal, and no other portal's. */
  name: string
  licence: { name: string; url: string }
  /** The day its cases were collected. */
  collected: string
}

/** What this portal calls itself beside others. */
export const here = '本站'

/** The portals that cases were collected from, in the order of the settings. */
export function collectedPortals({ site, collected }: Library): [CollectedPortal, Origin][] {
  const taken = new Set([here, site.name])
  return collected.map((portal) => {
    const { id, name: given, licence, collected } = portal.record
    const name = taken.has(given) ? `${given}（${id}）` : given
    taken.add(name)
    return [portal, { id, name, licence, collected }]
  })
}

/** Where a page of a collected portal stands; undefined where that portal has no public address. */
export function addressAt({ record }: CollectedPortal, path: string): string | undefined {
  // The address ends with a slash, and the path begins with one: it never leaves the portal.
  return record.address === undefined ? undefined : record.address + encodeURI(path.slice(1))
}
