import { hash } from 'node:crypto'
import type { Library } from '../content/library.ts'

/**
 * One text that editors write, and the page it is about: what tells a page whose entry was edited from one
 * that only shows it.
 */
export interface Origin {
  /** `content/cases/hangzhou.md`, `seeds/hangzhou.yaml`, `site.yaml` */
  file: string
  /** Path of its page below the base: `cases/hangzhou.html`; none of `site.yaml`. */
  page?: string
  sha256: string
}

/** Every text the published pages are made from, in the order of their paths. Drafts are not named. */
export function originsOf({ entries, sources, siteFile }: Library): Origin[] {
  const of = (file: string, text: string, page?: string): Origin => ({
    file,
    ...(page ? { page } : {}),
    sha256: hash('sha256', text, 'hex'),
  })
  return [
    ...entries
      .filter(({ data }) => data.status !== 'draft')
      .map(({ file, text, url }) => of(file, text, url.slice(1))),
    ...[...sources.values()].map(({ file, text, data }) => of(file, text, `data/${data.id}.html`)),
    ...(siteFile ? [of(siteFile.file, siteFile.text)] : []),
  ].sort((a, b) => (a.file < b.file ? -1 : 1))
}
