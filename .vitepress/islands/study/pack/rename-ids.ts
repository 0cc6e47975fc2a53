/** Attributes that name elements by their ids, one or several. */
const idLists = [
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-details',
  'aria-owns',
  'for',
  'headers',
]

/**
 * Give copied elements ids of their own, and let what refers to them among the copies (a fill by its
 * pattern, a table by its heading, a link within the text) follow. What refers to something that was
 * not copied refers to nothing any more.
 */
export function renameIds(copies: readonly Element[], prefix: string): void {
  const all = copies.flatMap((copy) => [copy, ...copy.querySelectorAll('*')])
  const ids = new Set(all.map(({ id }) => id).filter(Boolean))
  const renamed = (id: string) => (ids.has(id) ? `${prefix}${id}` : undefined)
  for (const element of all)
    for (const { name, value } of [...element.attributes]) {
      const now = valueOf(name, value, renamed)
      if (now === undefined) element.removeAttribute(name)
      else if (now !== value) element.setAttribute(name, now)
    }
}

function valueOf(
  name: string,
  value: string,
  renamed: (id: string) => string | undefined,
): string | undefined {
  if (name === 'id') return renamed(value)
  if (name === 'href' || name === 'xlink:href')
    return value.startsWith('#') ? under('#', renamed(value.slice(1))) : value
  if (idLists.includes(name)) {
    const known = value.split(/\s+/).flatMap((id) => renamed(id) ?? [])
    return known.length > 0 ? known.join(' ') : undefined
  }
  return value.replaceAll(
    /url\((["']?)#([^"')]+)\1\)/g,
    (whole, _quote, id: string) => under('url(#', renamed(id), ')') ?? whole,
  )
}

const under = (before: string, id: string | undefined, after = ''): string | undefined =>
  id === undefined ? undefined : `${before}${id}${after}`
