import { epubFile } from '../../../../src/formats/epub.ts'
import type { BookPicture } from '../../../../src/formats/epub.ts'
import type { BookPlan } from '../../../../src/pages/book.ts'
import { loadEntry } from '../../study/pack/load-entry.ts'
import type { PackEntry } from '../../study/pack/load-entry.ts'
import { chapterOf } from './chapter.ts'

/** How far a book has come. */
export type Progress = (done: number, of: number) => void

const types: Readonly<Record<string, string>> = {
  webp: 'image/webp',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
}

/** The pages of a plan as an EPUB; rejects when one of them cannot be had. */
export async function makeBook(plan: BookPlan, progress: Progress): Promise<Uint8Array> {
  const entries = await loadAll(plan, progress)
  const root = new URL(plan.base, location.href).href
  const home = new URL(plan.home, location.href).href
  const names = new Map(entries.map(({ address }, index) => [address, `c${index + 1}`]))
  const context = { root, home, chapters: names }
  const chapters = entries.map((entry) =>
    chapterOf(entry, names.get(entry.address) ?? 'c', context),
  )
  const wanted = new Map(chapters.flatMap(({ pictures }) => [...pictures]))
  const pictures = await Promise.all([...wanted].map(([from, path]) => fetchPicture(from, path)))
  return epubFile({
    ...{ title: plan.title, creator: plan.name, description: plan.summary },
    ...{ identifier: home + plan.address, updated: plan.updated },
    chapters,
    pictures,
  })
}

/** A few at a time, so that a phone's connection stays usable. */
async function loadAll({ base, pages }: BookPlan, progress: Progress): Promise<PackEntry[]> {
  const entries: PackEntry[] = []
  for (let at = 0; at < pages.length; at += 4) {
    entries.push(
      ...(await Promise.all(pages.slice(at, at + 4).map((page) => loadEntry(base, page)))),
    )
    progress(entries.length, pages.length)
  }
  return entries
}

async function fetchPicture(address: string, path: string): Promise<BookPicture> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  const type = types[path.split('.').at(-1) ?? ''] ?? 'image/webp'
  return { path, type, bytes: new Uint8Array(await response.arrayBuffer()) }
}
