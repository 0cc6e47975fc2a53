import { slugFor } from '../model/spelling.ts'

/** A file name for a title that no file has yet. */
export function proposedSlug(title: string, isTaken: (slug: string) => boolean): string {
  const base = slugFor(title) || 'new'
  for (let count = 1; ; count++) {
    const slug = count === 1 ? base : `${base}-${count}`
    if (!isTaken(slug)) return slug
  }
}
