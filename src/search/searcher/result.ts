/** What is asked of a search, and what it answers. Browser-safe. */
import type { Near } from '../coverage/coverage.ts'
import type { FacetCounts, FacetValues } from '../exact/filter.ts'
import type { Hit } from '../exact/hit.ts'

export interface SearchOptions {
  /** Values to keep: any of one facet, all facets together. */
  facets?: FacetValues
  /** Results wanted; default 10. */
  limit?: number
  /**
   * Facets to count; default none. Counting a facet costs a file of some kilobytes at 10,000
   * entries: show the hits, then ask again with `counts`; everything else is cached by then.
   */
  counts?: readonly string[]
  /** Search what was typed and nothing else: 仍要搜. */
  literal?: boolean
  /** Told what was found so far when more is looked for: by exact search, then by coverage too. */
  onPartial?: (result: SearchResult) => void
}

export interface SearchResult {
  hits: Hit[]
  /** Entries found under the chosen facets; `approximate` when not all were checked. */
  total: number
  approximate: boolean
  /** Values of the counted facets, each under the other facets' choice. */
  counts: FacetCounts
  /**
   * Set when letters were read as pinyin: 已按“used”显示结果. `rivals` are other readings nearly as
   * likely, whose results stand between those of the first.
   */
  correction?: { used: string; original: string; rivals?: string[] }
  /** 还有相近的: entries that hold part of what was asked, below the hits. */
  near: Near
  /** Results for what was probably meant, below all others; only when there are no hits. */
  mended?: Corrected
  /** Titles that look alike: only when there is nothing else. */
  suggestions: Hit[]
  /** More is being looked for: what is near, what was meant. */
  more?: boolean
  /** Something could not be read; there may be more results. */
  degraded: boolean
  /** The index itself could not be read. */
  unavailable: boolean
}

/** Results for another spelling of what was typed. */
export interface Corrected {
  used: string
  /** Other spellings nearly as likely, whose results stand between those of the first. */
  rivals?: string[]
  hits: Hit[]
}

export const emptyResult: SearchResult = {
  hits: [],
  total: 0,
  approximate: false,
  counts: {},
  near: { hits: [], also: [], coverage: 0, strange: false },
  suggestions: [],
  degraded: false,
  unavailable: false,
}
