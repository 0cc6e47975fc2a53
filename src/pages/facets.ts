/** A value readers may narrow a list by, and how many items have it. */
interface FacetValue {
  value: string
  label: string
  count: number
  /** A page of its own, for readers without JavaScript. */
  href?: string
  current?: boolean
}

export interface Facet {
  name: string
  label: string
  values: FacetValue[]
}

/** What one item of a list can be narrowed by: facet name → values. */
export type FacetTags = Readonly<Record<string, readonly string[]>>

/** The tags of an item as attributes of its element, which the island of the list reads. */
export function tagAttributes(tags: FacetTags): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).flatMap(([name, values]) =>
      values.length > 0 ? [[`data-${name}`, values.join(' ')]] : [],
    ),
  )
}

/** What a reader chose: at most one value a facet. */
export type Choice = Readonly<Record<string, string>>

/** The value of the facet `origin` of what this portal published itself; no portal's id has the underscore. */
export const ownOrigin = 'this_portal'

/** How many there are, and how many of them were collected from other portals. */
interface Counted {
  count: number
  collected: number
}

/** How many are this portal's own and how many are not; nothing where all are: `（本站10篇，汇集3篇）`. */
export function ofThemSaid({ count, collected }: Counted): string {
  if (collected === 0) return ''
  return collected === count
    ? '（都是汇集来的）'
    : `（本站${count - collected}篇，汇集${collected}篇）`
}

/** The same in a cell: `10`; `本站10，汇集3`. */
export function countCell({ count, collected }: Counted): string {
  const own = count - collected
  if (collected === 0) return String(own)
  return own === 0 ? `汇集${collected}` : `本站${own}，汇集${collected}`
}

/** Whether an item has every chosen value. */
export function matches(tags: FacetTags, choice: Choice): boolean {
  return Object.entries(choice).every(([name, value]) => tags[name]?.includes(value))
}

/** How many items each value of a facet would leave, given what is chosen in the other facets. */
export function countValues(
  items: readonly FacetTags[],
  name: string,
  choice: Choice,
): Map<string, number> {
  const others = Object.fromEntries(Object.entries(choice).filter(([facet]) => facet !== name))
  const counts = new Map<string, number>()
  for (const tags of items)
    if (matches(tags, others))
      for (const value of tags[name] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** How many items are left when nothing is chosen in a facet. */
export function countAll(items: readonly FacetTags[], name: string, choice: Choice): number {
  const others = Object.fromEntries(Object.entries(choice).filter(([facet]) => facet !== name))
  return items.filter((tags) => matches(tags, others)).length
}

/** The choice an address names, for the facets a page has. */
export function readChoice(query: string, names: readonly string[]): Choice {
  const parameters = new URLSearchParams(query)
  return Object.fromEntries(
    names.flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name) ?? '']] : [])),
  )
}

/** The address part of a choice: `?region=zhejiang&topic=organizing`, or nothing. */
export function writeChoice(choice: Choice): string {
  const query = new URLSearchParams(
    Object.entries(choice).sort(([a], [b]) => (a < b ? -1 : 1)),
  ).toString()
  return query && `?${query}`
}
