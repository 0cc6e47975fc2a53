import { hash } from 'node:crypto'
import type { Digest } from '../content/digest.ts'
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

/**
 * Every text the published pages are made from, in the order of their paths. Drafts are not named. Texts
 * whose digest is given are not read again.
 */
export function originsOf(
  { entries, sources, siteFile }: Library,
  digests: ReadonlyMap<string, Pick<Digest, 'of'>>,
): Origin[] {
  const of = (written: { file: string; text: string }, page?: string): Origin => ({
    file: written.file,
    ...(page ? { page } : {}),
    sha256: digests.get(written.file)?.of ?? hash('sha256', written.text),
  })
  return [
    ...entries
      .filter(({ data }) => data.status !== 'draft')
      .map((entry) => of(entry, entry.url.slice(1))),
    ...[...sources.values()].map((source) => of(source, `data/${source.data.id}.html`)),
    ...(siteFile ? [of(siteFile)] : []),
  ].sort((a, b) => (a.file < b.file ? -1 : 1))
}
