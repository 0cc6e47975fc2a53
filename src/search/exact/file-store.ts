/**
 * Fetches the files of the index, each once. Browser-safe.
 *
 * A file whose bytes do not hash to its name, or that cannot be fetched, is `undefined` and marks
 * the store degraded. The first failure reloads the manifest: after a deploy an old tab then asks
 * for the new names, and the search is run again (`Reloaded`).
 */
import { contentName } from '../format/hash.ts'
import { fitsName, manifestName, parseManifest, type Manifest } from '../format/manifest.ts'

/** Resolves to the bytes of `search/…`, relative to the site's base; rejects when there is none. */
export type FetchFile = (name: string) => Promise<Uint8Array>

/** Thrown once when a missing file showed that the manifest had gone stale. */
export class Reloaded extends Error {}

/** No manifest: nothing can be searched at all. */
export class IndexUnavailable extends Error {}

/** Files held at a time; an old phone has little memory and the browser caches them anyway. */
const maxFiles = 3000

export class FileStore {
  /** Whether a file of this search was missing or damaged. */
  degraded = false
  private readonly files = new Map<string, Promise<Uint8Array | undefined>>()
  private loading: Promise<Manifest> | undefined
  private reloading: Promise<void> | undefined
  /** Content hash of the manifest in use. */
  private manifestHash = ''

  constructor(private readonly fetchFile: FetchFile) {}

  /** Rejects with IndexUnavailable when there is none. */
  manifest(): Promise<Manifest> {
    return (this.loading ??= this.loadManifest())
  }

  /** Undefined when the file is missing or damaged. Rejects with Reloaded, once a search. */
  file(name: string): Promise<Uint8Array | undefined> {
    const cached = this.files.get(name)
    if (cached) return cached
    if (this.files.size > maxFiles) this.files.clear()
    const pending = this.load(name)
    this.files.set(name, pending)
    return pending
  }

  /** Reports a file that could not be decoded. */
  reportDamaged(name: string): void {
    this.files.delete(name)
    this.degraded = true
  }

  /** Forgets past failures, at the start of a search; `fresh` when the manifest was just reloaded. */
  retry(fresh = false): void {
    this.degraded = false
    this.reloading = fresh ? Promise.resolve() : undefined
  }

  private async loadManifest(): Promise<Manifest> {
    try {
      const bytes = await this.fetchFile(manifestName)
      const manifest = parseManifest(bytes)
      this.manifestHash = contentName(bytes)
      return manifest
    } catch {
      this.loading = undefined
      throw new IndexUnavailable()
    }
  }

  private async load(name: string): Promise<Uint8Array | undefined> {
    try {
      const bytes = await this.fetchFile(name)
      if (fitsName(name, bytes)) return bytes
    } catch {
      // Missing and damaged are answered alike, below.
    }
    this.reportDamaged(name)
    await (this.reloading ??= this.reload())
    return undefined
  }

  /** Throws Reloaded when the site has a newer manifest; without one the old one stays in use. */
  private async reload(): Promise<void> {
    const [before, manifest] = [this.manifestHash, this.loading]
    try {
      const fresh = await this.loadManifest()
      if (this.manifestHash === before) return
      this.loading = Promise.resolve(fresh)
      this.files.clear()
    } catch {
      this.loading = manifest
      return
    }
    throw new Reloaded()
  }
}
