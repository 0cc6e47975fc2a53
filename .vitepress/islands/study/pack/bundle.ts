import { strToU8, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { fetchPage } from '../fetch-page.ts'
import type { PackEntry } from './load-entry.ts'
import { offlinePage } from './offline-page.ts'

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
}

/** A time that every build of the same pack shares: zip files cannot hold one before 1980. */
const written = new Date(1980, 0, 1)

/** A zip to be unpacked and read from disk: `index.html` with the sheets, and the pages beside it. */
export async function bundle(options: BundleOptions): Promise<Blob> {
  const root = new URL(options.base, location.href).href
  const pages = new Set(options.entries.map(({ address }) => address))
  const context = { home: options.home, root, pages, films: options.films }
  const shell = await fetchPage(`${options.base}pack.html`)
  fillIn(shell, options)
  const built = [
    { path: 'index.html', ...offlinePage(shell, 'index.html', context) },
    ...options.entries.map(({ address, document }) => ({
      path: address,
      ...offlinePage(document, address, context),
    })),
  ]
  const files: Zippable = {}
  for (const { path, html } of built) files[path] = [strToU8(html), { mtime: written }]
  const needs = new Set(built.flatMap((page) => page.needs))
  await Promise.all(
    [...needs].map(async (path) => {
      // Films and pictures are compressed already.
      const level = /\.(css|vtt|svg)$/.test(path) ? 6 : 0
      files[path] = [await fetchBytes(root + path), { level, mtime: written }]
    }),
  )
  // The workers of fflate's asynchronous functions are not of this site's files, so the policy bars them.
  const bytes = zipSync(
    Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))),
  )
  return new Blob([new Uint8Array(bytes)], { type: 'application/zip' })
}

/** Turn the page of the pack into the folder's first page: the sheets, and a list of the texts. */
function fillIn(shell: Document, { title, sheets, entries, name }: BundleOptions): void {
  shell.title = `${title} · ${name}`
  const main = shell.querySelector('main')
  const wrap = shell.createElement('div')
  wrap.className = 'wrap sheets sheets--offline'
  const heading = shell.createElement('h1')
  heading.textContent = title
  const list = shell.createElement('ol')
  list.className = 'packlist'
  for (const { address, title } of entries) {
    const link = shell.createElement('a')
    link.setAttribute('href', address)
    link.textContent = title
    list.append(shell.createElement('li'))
    list.lastElementChild?.append(link)
  }
  wrap.append(heading, list, shell.importNode(sheets, true))
  main?.replaceChildren(wrap)
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
