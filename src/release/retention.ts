import type { Release } from './records.ts'

export interface Retention {
  /** Releases of different content that stay, the served one among them. */
  keep: number
  /** Milliseconds since 1970 before which a release is too old; none of any age without. */
  olderThan?: number | undefined
}

/**
 * Releases to let go, oldest first. The served one stays, then the newest. A release that was only served
 * again counts once, with the one it repeats.
 */
export function outdated(
  releases: readonly Release[],
  serving: Release | undefined,
  { keep, olderThan }: Retention,
): Release[] {
  const stays = new Set<string>()
  const contents = new Set<number>()
  const newestFirst = [...releases].sort((a, b) => b.sequence - a.sequence)
  const ordered = [...(serving ? [serving] : []), ...newestFirst]
  for (const release of ordered) {
    if (contents.has(release.rank) || contents.size >= keep) continue
    contents.add(release.rank)
    stays.add(release.id)
  }
  const isOld = ({ at }: Release) => olderThan !== undefined && Date.parse(at) < olderThan
  return releases.filter((one) => one.id !== serving?.id && (!stays.has(one.id) || isOld(one)))
}

/** The release that was served before one; the one made before it where that was not written down, or is gone. */
export function predecessor(release: Release, releases: readonly Release[]): Release | undefined {
  const noted = releases.find(({ id }) => id === release.before)
  const earlier = releases.filter(({ rank }) => rank < release.rank)
  return noted ?? earlier.sort((a, b) => a.rank - b.rank || a.sequence - b.sequence).at(-1)
}
