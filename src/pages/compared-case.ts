import { checksum } from '../formats/checksum.ts'

/**
 * A case as the comparison needs it: this portal's own are read from their pages, those of other portals
 * stand in files made for it. Browser-safe.
 */
export interface ComparedCase {
  /** As addresses name it: `hangzhou`; `city:hangzhou` of the collected portal `city`. */
  id: string
  /** Address of its page; absent where the portal it comes from has none. */
  href?: string
  title: string
  /** Its title in the breadcrumb. */
  shortTitle: string
  /** Its first organisation; empty where the card names none. */
  organisation: string
  /** Its regions, joined by `、`. */
  region: string
  /** Its key points, “先记三点”. */
  points: string[]
  figure?: {
    value: string
    unit: string
    label: string
    source: { href?: string; text: string }
  }
  measures: { name: string; text: string }[]
  /** What its sources do not say; of sources that were read in part, with the words that say so. */
  unstated: string
  /** `光明网-党建频道，2021年9月13日`; the first source. */
  source: string
  /** Cases its page leads to. */
  related: { id: string; title: string }[]
  /** The portal it was collected from, where it is not of this one. */
  from?: string
}

/** The file below the base that holds a collected case, when its portal's stand in so many files. */
export function comparedFile(portal: string, slug: string, files: number): string {
  return `compare/${portal}/${Number.parseInt(checksum(slug), 16) % files}.json`
}
