import type { FacetName } from '../../../src/corpus/facets.ts'
import type { SearchOptions, SearchResult } from '../../../src/search/query.ts'

/** Page to worker. Ids rise; an answer to a lower one than the last asked is of no use any more. */
export type Question =
  | { type: 'warm' }
  | {
      type: 'search'
      id: number
      query: string
      options: Omit<SearchOptions, 'counts' | 'onPartial'>
      /** Counted after the hits have been sent. */
      counts: readonly FacetName[]
    }

/** Worker to page: the hits, once more with what is near where more is looked for, then counts. */
export type Answer =
  | { type: 'found'; id: number; result: SearchResult }
  | { type: 'counted'; id: number; counts: SearchResult['counts'] }
