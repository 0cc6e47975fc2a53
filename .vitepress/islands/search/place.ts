import type { SearchState } from './address.ts'

/** Where a reader was in the results, kept with the page's entry in the history: Back returns there. */
export interface SearchPlace extends SearchState {
  /** The dialog was open; otherwise it is the page at an address. */
  dialog: boolean
  /** Rows shown. */
  limit: number
  /** Pixels scrolled. */
  top: number
  /** Address of the row that was followed. */
  row: string
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** The place in a history entry's state, whoever wrote it; undefined when there is none. */
export function placeIn(state: unknown): SearchPlace | undefined {
  const place = isRecord(state) ? state.search : undefined
  if (!isRecord(place) || typeof place.query !== 'string') return undefined
  const choice = isRecord(place.choice) ? place.choice : {}
  const chosen = Object.entries(choice).filter(([, value]) => typeof value === 'string')
  const number = (value: unknown, otherwise: number): number =>
    typeof value === 'number' && Number.isFinite(value) ? value : otherwise
  return {
    query: place.query,
    choice: Object.fromEntries(chosen),
    literal: place.literal === true,
    dialog: place.dialog === true,
    limit: Math.min(200, number(place.limit, 10)),
    top: number(place.top, 0),
    row: typeof place.row === 'string' ? place.row : '',
  }
}

/** Keeps the place with the entry of the history that is shown; undefined forgets it. */
export function keepPlace(place: SearchPlace | undefined): void {
  const state: unknown = history.state
  // A choice that Vue watches cannot be copied into the history.
  const kept = place && { ...place, choice: { ...place.choice } }
  history.replaceState({ ...(isRecord(state) ? state : {}), search: kept }, '')
}

/** The address that tells a row from the others. */
export const rowOf = (link: Element): string =>
  link.closest('.hit')?.querySelector('[data-hit]')?.getAttribute('href') ?? ''

/** The link of a row that was followed before. */
export function rowAt(root: Element | null, row: string): HTMLElement | undefined {
  const links = root?.querySelectorAll<HTMLElement>('[data-hit]') ?? []
  return Array.from(links).find((link) => row !== '' && link.getAttribute('href') === row)
}
