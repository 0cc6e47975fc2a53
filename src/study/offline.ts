/** Addresses of a portal's pages once they lie in a folder, opened from disk without a server. */

/**
 * Where an address leads: a file of the portal, by its path below the base and the fragment with its `#`;
 * the page itself; or elsewhere.
 */
type LinkTarget =
  { kind: 'file'; path: string; fragment: string } | { kind: 'here' } | { kind: 'elsewhere' }

/**
 * Where an address written in a page leads. `page` is the absolute address of the page,
 * `root` that of the portal's base, ending in `/`.
 */
export function linkTargetOf(written: string, page: string, root: string): LinkTarget {
  if (written.startsWith('#')) return { kind: 'here' }
  const url = parsedUrl(written, page)
  if (!url?.href.startsWith(root)) return { kind: 'elsewhere' }
  const path = url.href.slice(root.length).replace(/[?#].*$/, '')
  return { kind: 'file', path: path.replace(/(^|\/)$/, '$1index.html'), fragment: url.hash }
}

function parsedUrl(written: string, page: string): URL | undefined {
  try {
    return new URL(written, page)
  } catch {
    return undefined
  }
}

/** A file as another names it: from `cases/a.html` to `assets/s.css` is `../assets/s.css`. */
export function relativePath(from: string, to: string): string {
  const [folders, target] = [from.split('/').slice(0, -1), to.split('/')]
  let shared = 0
  while (
    shared < folders.length &&
    shared < target.length - 1 &&
    folders[shared] === target[shared]
  )
    shared += 1
  return [...folders.slice(shared).map(() => '..'), ...target.slice(shared)].join('/')
}
