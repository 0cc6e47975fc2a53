/**
 * Words that led from a search to a page, for that page to mark: on this device and in this tab only,
 * as an address would tell them to the server.
 */
const storageKey = 'chaotou:found'

interface FoundWords {
  /** Address of the page, without its fragment. */
  page: string
  words: string[]
}

const pageOf = (address: string): string => new URL(address, location.href).pathname

/** Keeps the words for the page at an address; without storage nothing is marked. */
export function keepWords(address: string, words: readonly string[]): void {
  try {
    const kept: FoundWords = { page: pageOf(address), words: [...words] }
    sessionStorage.setItem(storageKey, JSON.stringify(kept))
  } catch {
    // Storage is blocked.
  }
}

/** The words that led to this page; none when another page was led to, or nothing was. */
export function wordsHere(): string[] {
  try {
    return wordsFor(location.pathname, sessionStorage.getItem(storageKey))
  } catch {
    return []
  }
}

/** What storage holds for a page, whoever wrote it there. */
export function wordsFor(page: string, stored: string | null): string[] {
  try {
    const kept = JSON.parse(stored ?? 'null') as Partial<FoundWords> | null
    if (kept?.page !== page || !Array.isArray(kept.words)) return []
    return kept.words.filter((word) => typeof word === 'string').slice(0, 8)
  } catch {
    return []
  }
}

export function forgetWords(): void {
  try {
    sessionStorage.removeItem(storageKey)
  } catch {
    // Storage is blocked: nothing was kept.
  }
}
