/**
 * Fetches the files of the index, each once. Browser-safe.
 *
 * A file whose bytes do not hash to its name, or that cannot be fetched, is `undefined` and marks
 * the store degraded. The first failure reloads the manifest: after a deploy an old tab then asks
 * for the new names, and the search is run again (`Reloaded`).
 */
import { contentName } from './hash.ts'
import { hashInName, manifestName, parseManifest, type Manifest } from './manifest.ts'

/** Resolves to the bytes of `search/…`, relative to the site's base; rejects when there is none. */
export type FetchFile = (name: string) => Promise<Uint8Array>

/** Thrown once when a missing file showed that the manifest had gone stale. */
export class Reloaded extends Error {}

/** No manifest: nothing can be searched at all. */
export class IndexUnavailable extends Error {}

export interface Store {
  manifest(): Promise<Manifest>
  /** Undefined when the file is missing or damaged; `degraded` is then true. */
  file(name: string): Promise<Uint8Array | undefined>
  readonly degraded: boolean
  /** Reports a file that could not be decoded. */
  damaged(name: string): void
  /** Forgets past failures, at the start of a search; `fresh` when the manifest was just reloaded. */
  retry(fresh?: boolean): void
}

/** Files kept; an old phone has little memory and the browser caches them anyway. */
const mostKept = 3000

export function createStore(fetchFile: FetchFile): Store {
  const files = new Map<string, Promise<Uint8Array | undefined>>()
  let manifest: Promise<Manifest> | undefined
  let loaded = ''
  let reloading: Promise<void> | undefined
  let degraded = false

  async function loadManifest(): Promise<Manifest> {
    try {
      const bytes = await fetchFile(manifestName)
      loaded = contentName(bytes)
      return parseManifest(bytes)
    } catch (cause) {
      manifest = undefined
      throw new IndexUnavailable('search index unavailable', { cause })
    }
  }

  async function reload(): Promise<void> {
    const before = loaded
    const kept = manifest
    try {
      const fresh = await loadManifest()
      if (loaded === before) return
      manifest = Promise.resolve(fresh)
      files.clear()
    } catch {
      manifest = kept
      return
    }
    throw new Reloaded('manifest changed')
  }

  async function load(name: string): Promise<Uint8Array | undefined> {
    try {
      const bytes = await fetchFile(name)
      const expected = hashInName(name)
      if (expected === undefined || contentName(bytes) === expected) return bytes
    } catch {
      // Missing and damaged are answered alike, below.
    }
    files.delete(name)
    await (reloading ??= reload())
    degraded = true
    return undefined
  }

  return {
    manifest: () => (manifest ??= loadManifest()),
    file(name) {
      const kept = files.get(name)
      if (kept) return kept
      if (files.size > mostKept) files.clear()
      const pending = load(name)
      files.set(name, pending)
      return pending
    },
    get degraded() {
      return degraded
    },
    damaged(name) {
      files.delete(name)
      degraded = true
    },
    retry(fresh = false) {
      degraded = false
      reloading = fresh ? Promise.resolve() : undefined
    },
  }
}
