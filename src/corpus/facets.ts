/** What readers narrow a search by, in the order of the index. Browser-safe. */
export const facetNames = [
  'collection',
  'topics',
  'organization',
  'region',
  'year',
  'series',
  'origin',
] as const
export type FacetName = (typeof facetNames)[number]
