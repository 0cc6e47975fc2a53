import { ref, type Ref } from 'vue'
import { isQuery } from './screen.ts'

const storageKey = 'chaotou:searches'
const mostKept = 8

/** The list with a query at its head, once. */
export function withQuery(list: readonly string[], query: string): string[] {
  const words = query.trim()
  if (!isQuery(words)) return [...list]
  return [words, ...list.filter((other) => other !== words)].slice(0, mostKept)
}

/** What storage held, whoever wrote it there. */
export function parseRecent(text: string | null): string[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    const words = Array.isArray(list) ? list.filter((word) => typeof word === 'string') : []
    return words.slice(0, mostKept)
  } catch {
    return []
  }
}

export interface Recent {
  list: Ref<string[]>
  remember: (query: string) => void
  erase: () => void
}

/** What was searched before, on this device only; without storage, on this page only. */
export function useRecent(): Recent {
  const list = ref(parseRecent(read()))
  const keep = (queries: string[]) => {
    list.value = queries
    write(queries)
  }
  return {
    list,
    remember: (query) => keep(withQuery(list.value, query)),
    erase: () => keep([]),
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

function write(queries: string[]): void {
  try {
    if (queries.length > 0) localStorage.setItem(storageKey, JSON.stringify(queries))
    else localStorage.removeItem(storageKey)
  } catch {
    // Storage is blocked: the list holds for this page.
  }
}
