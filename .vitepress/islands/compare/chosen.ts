/** The largest number of cases that can be read side by side. */
export const maxCompared = 4

const slug = '[a-z0-9]+(?:-[a-z0-9]+)*'
/** Of another portal with its id before: its name there may begin with a hyphen. */
const name = new RegExp(`^(?:${slug}|[a-z0-9-]+:[a-z0-9-]+)$`)

/** The cases an address names, `?c=a&c=b` or `?c=a,city:b`: file names, each once. */
export function namedInQuery(query: string): string[] {
  const named = new URLSearchParams(query).getAll('c').flatMap((part) => part.split(','))
  return [...new Set(named.filter((one) => name.test(one)))].slice(0, maxCompared)
}

/** The query that names them, short enough to be sent: `?c=a,city:b`. */
export function queryOf(names: readonly string[]): string {
  return names.length > 0 ? `?c=${names.join(',')}` : ''
}
