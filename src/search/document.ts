/**
 * What search knows of an entry. Browser-safe: types only.
 *
 * The adapter `build/documents.ts` makes these from the portal's library; anything else that has
 * titles and text (a benchmark corpus) can make them as well.
 */

/** What a section is; decides how much a hit in it weighs and how it is shown. */
export type SectionField =
  'title' | 'name' | 'summary' | 'heading' | 'fact' | 'quiz' | 'body' | 'transcript'

export interface SearchSection {
  field: SectionField
  /** Plain text in the author's spelling; `\n` separates paragraphs, which no match crosses. */
  text: string
  /** Fragment of the page, without `#`. */
  anchor?: string
  /** Seconds into the video, for a cue. Consecutive cues are matched as one running text. */
  at?: number
}

export const facetNames = [
  'collection',
  'topics',
  'organization',
  'region',
  'year',
  'series',
] as const
export type FacetName = (typeof facetNames)[number]

interface SearchFacets {
  collection: string
  topics: string[]
  organization: string[]
  region: string[]
  year?: string
  series?: string
}

export interface SearchDocument {
  /** Stable from build to build, usually the path; ids in the index derive from it. */
  id: string
  /** Address below the site's base, with a leading slash and `.html`. */
  path: string
  title: string
  kind: string
  /** The kind as readers see it, e.g. 案例. */
  kindLabel: string
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date?: string
  facets: SearchFacets
  /** Where it lies, at every level in the short spelling: 浙江, 杭州. */
  places?: readonly string[]
  /** Without the title: it is indexed from `title`. */
  sections: SearchSection[]
}
