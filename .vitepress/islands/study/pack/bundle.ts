import { strFromU8, strToU8, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { withCaptions } from '../../../../src/study/offline-captions.ts'
import { linkTargetOf } from '../../../../src/study/offline.ts'
import { fetchPage } from '../fetch-page.ts'
import type { PackEntry } from './load-entry.ts'
import { offlineDeck, script } from './offline-deck.ts'
import type { OfflineSlides } from './offline-deck.ts'
import { fillIndex } from './offline-index.ts'
import { offlinePage } from './offline-page.ts'
import type { OfflineContext } from './offline-page.ts'

export interface BundleOptions {
  entries: readonly PackEntry[]
  title: string
  /** The sheets as this page shows them. */
  sheets: Element
  films: boolean
  base: string
  /** Absolute public address of the portal. */
  home: string
  name: string
  /** The meeting as slides, to be shown from the folder. */
  slides?: OfflineSlides
  /** Told as files come. */
  progress: (done: number, of: number) => void
}

/** A page of the folder, and what it needs beside it. */
interface Built {
  path: string
  html: string
  needs: string[]
}

type Files = Map<string, Uint8Array>

/** A time that every build of the same pack shares: zip files cannot hold one before 1980. */
const written = new Date(1980, 0, 1)

/** A zip to be unpacked and read from disk: `index.html` with the sheets, and the pages beside it. */
export async function bundle(options: BundleOptions): Promise<Blob> {
  const { entries, slides, base, films, home, progress } = options
  const root = new URL(base, location.href).href
  const pages = new Set([
    ...entries.map(({ address }) => address),
    ...(slides ? [slides.path] : []),
  ])
  const built = await buildPages(options, { home, root, pages, films })
  const needs = [...new Set(built.flatMap((page) => page.needs))]
  const files: Files = new Map()
  await Promise.all(
    needs.map(async (path) => {
      files.set(path, await fetchBytes(root + path))
      progress(files.size, needs.length)
    }),
  )
  if (slides) files.set(script.path, await fetchBytes(script.address))
  for (const { path, html } of built) files.set(path, strToU8(html))
  putCaptionsIn(built, files)
  return new Blob([new Uint8Array(zipped(files))], { type: 'application/zip' })
}

async function buildPages(options: BundleOptions, context: OfflineContext): Promise<Built[]> {
  const index = await fetchPage(`${options.base}pack.html`)
  fillIndex(index, options)
  const { entries, slides } = options
  return [
    { path: 'index.html', ...offlinePage(index, 'index.html', context) },
    ...entries.map(({ address, document }) => ({
      path: address,
      ...offlinePage(document, address, context),
    })),
    ...(slides ? [{ path: slides.path, ...offlineDeck(slides, context) }] : []),
  ]
}

/** Captions go from their files into the pages that show them. */
function putCaptionsIn(built: readonly Built[], files: Files): void {
  const folder = 'folder:/'
  for (const { path, html } of built) {
    const page = withCaptions(html, (address) => {
      const to = linkTargetOf(address, folder + path, folder)
      const file = to.kind === 'file' ? files.get(to.path) : undefined
      return file && strFromU8(file)
    })
    files.set(path, strToU8(page))
  }
  for (const path of [...files.keys()]) if (path.endsWith('.vtt')) files.delete(path)
}

function zipped(files: Files): Uint8Array {
  const all: Zippable = {}
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    // Films and pictures are compressed already.
    const level = /\.(html|js|css|svg)$/.test(path) ? 6 : 0
    all[path] = [bytes, { level, mtime: written }]
  }
  // The workers of fflate's asynchronous functions are not of this site's files, so the policy bars them.
  return zipSync(all)
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
