/** The largest number of cases that can be read side by side. */
export const maxCompared = 4

/** The cases an address names, `?c=a&c=b` or `?c=a,b`: file names, each once. */
export function slugsInQuery(query: string): string[] {
  const named = new URLSearchParams(query).getAll('c').flatMap((part) => part.split(','))
  const slugs = named.filter((slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
  return [...new Set(slugs)].slice(0, maxCompared)
}

/** The query that names them, short enough to be sent: `?c=a,b`. */
export function queryOf(slugs: readonly string[]): string {
  return slugs.length > 0 ? `?c=${slugs.join(',')}` : ''
}
