import { join } from 'node:path'
import type { Release } from '../records.ts'
import { readTombstones, withdrawnFile } from '../../publish/withdrawn.ts'
import { mainOf, packed, pageOfPiece, textOf, wordsOfPiece } from './content.ts'
import { Words } from './words.ts'

/** What tells that a file holds an entry's words or pictures. */
export interface Evidence {
  page: string
  words: Words
  /** Pictures, films and handouts that only its page shows. */
  pictures: ReadonlySet<string>
}

/** Files of a release that readers may get. */
export function filesOf({ files, carried }: Release): string[] {
  return [...files, ...carried].map(({ path }) => path)
}

/** `cases/a` of `cases/a.html`, `cases/a.csv` and `cases/a.html.gz`. */
export function stemOf(path: string): string {
  return path.replace(packed, '').replace(/\.\w+$/, '')
}

/** Whether a release has the page as one that says that the entry was withdrawn, or has none. */
export function isWithdrawnIn(folder: string, page: string): boolean {
  const tombstones = readTombstones(textOf(folder, withdrawnFile) ?? '')
  return tombstones.some(({ path }) => path === page)
}

/**
 * Gather what the entry of a page said in releases, less what others say: other entries in the same
 * releases, and all that is served now and does not name the page.
 */
export function evidenceOf(
  page: string,
  releases: readonly Release[],
  { serving, store }: { serving: Release | undefined; store: string },
): Evidence {
  const [texts, titles, others]: [string[], string[], string[]] = [[], [], []]
  const shown = new Set<string>()
  for (const release of releases) {
    const folder = join(store, release.folder)
    const isThere = !isWithdrawnIn(folder, page)
    for (const path of filesOf(release)) {
      const isOwn = isThere && stemOf(path) === stemOf(page)
      if (packed.test(path) || !(isOwn || path.startsWith('search/t-'))) continue
      const text = textOf(folder, path) ?? ''
      if (path === page) for (const one of assetsIn(text, filesOf(release))) shown.add(one)
      if (isOwn) texts.push(path === page ? mainOf(text) : text)
      else if (pageOfPiece(path, text) !== page) others.push(...piece(text).texts)
      else {
        const { title, texts: said } = piece(text)
        texts.push(...said)
        titles.push(title)
      }
    }
  }
  const words = new Words(texts, titles)
  others.forEach((text) => words.leaveOut(text))
  const pictures = new Set(shown)
  if (serving) leaveOutServed({ page, words, pictures }, serving, store)
  return { page, words, pictures }
}

function piece(text: string): { title: string; texts: string[] } {
  try {
    return wordsOfPiece(text)
  } catch {
    return { title: '', texts: [] }
  }
}

/** Pictures, films and handouts of a release that a page names. */
function assetsIn(page: string, paths: readonly string[]): string[] {
  const assets = /\.(png|jpe?g|webp|avif|gif|mp4|m4a|vtt|pdf|docx|pptx)$/
  return paths.filter((path) => assets.test(path) && page.includes(`/${path}"`))
}

function leaveOutServed(
  { page, words, pictures }: { page: string; words: Words; pictures: Set<string> },
  serving: Release,
  store: string,
): void {
  const folder = join(store, serving.folder)
  const isSaid = isWithdrawnIn(folder, page)
  for (const { path } of serving.files) {
    if (packed.test(path) || path.startsWith('search/')) continue
    const text = textOf(folder, path)
    // A page that names it may show its title, its first words, its picture: those are its own.
    const isAbout = stemOf(path) === stemOf(page) || text?.includes(`/${page}`)
    if (!text || (isAbout && !(isSaid && path === page))) continue
    words.leaveOut(text)
    for (const picture of pictures) if (text.includes(`/${picture}"`)) pictures.delete(picture)
  }
}
