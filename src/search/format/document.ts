/** What is searched: anything with a title and text. Browser-safe: types only. */

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

export interface SearchDocument {
  /** Stable from build to build, usually the path; ids in the index derive from it. */
  id: string
  /** Address below the site's base, with a leading slash and `.html`; of another site, all of it. */
  path: string
  title: string
  kind: string
  /** The kind as readers see it: 案例. */
  kindLabel: string
  /** What else its row says beside the kind: who published it. */
  note?: string
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date?: string
  /** Values by the facet's name, as readers see them; a facet that the build is not given is left out. */
  facets?: Readonly<Record<string, string | readonly string[]>>
  /** Words by which it may be suggested, beside its title and names. */
  tags?: readonly string[]
  /** Where it lies, at every level: 浙江省, 杭州市. Found by their short spelling as well. */
  places?: readonly string[]
  /** Without the title: it is indexed from `title`. */
  sections: SearchSection[]
}
