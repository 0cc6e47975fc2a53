/** The index as one search sees it: a manifest and its files, decoded. Browser-safe. */
import { BitReader } from '../format/bits.ts'
import type { FoldTable } from '../format/fold.ts'
import { gb2312 } from '../format/gb2312.ts'
import { singleFile, textFile, vocabularyFile, type Manifest } from '../format/manifest.ts'
import { decodePiece, haystackOf, type Haystack } from '../format/piece.ts'
import type { FileStore } from './file-store.ts'
import { decodeZones, type Zone } from '../format/zones.ts'

function decodeFoldTable(bytes: Uint8Array): FoldTable {
  const rows: unknown = JSON.parse(new TextDecoder().decode(bytes))
  const [from = '', to = ''] = Array.isArray(rows) ? rows.map(String) : []
  return new Map(Array.from(from, (char, i) => [char, to.charAt(i)]))
}

/** Lets others work; undefined where nobody else does. */
export type YieldToMain = () => Promise<void> | undefined

const maxHaystacks = 64

/** Small decoded files are kept; what could not be read is asked for again next time. */
export class IndexReader {
  private cachedZones: Zone[] | undefined
  private cachedFoldTable: FoldTable | undefined
  private cachedSimplified: string | undefined
  private readonly haystacks = new Map<number, Promise<Haystack | undefined>>()

  constructor(
    readonly manifest: Manifest,
    private readonly store: FileStore,
    /** Waited for between pieces of work, so that a page whose thread this is stays alive. */
    readonly yieldToMain: YieldToMain = () => undefined,
  ) {}

  /** Reads a file; undefined when it is missing or `decode` throws, and the store is degraded. */
  async read<T>(name: string, decode: (bytes: Uint8Array) => T): Promise<T | undefined> {
    const bytes = await this.store.file(name)
    await this.yieldToMain()
    if (!bytes) return undefined
    try {
      return decode(bytes)
    } catch {
      this.store.reportDamaged(name)
      return undefined
    }
  }

  /** Which pieces belong together; none when unknown, each piece then being an entry. */
  async zones(): Promise<Zone[]> {
    const name = singleFile('zones', this.manifest.zones)
    this.cachedZones ??= await this.read(name, decodeZones)
    return this.cachedZones ?? []
  }

  /** A facet's file, if there is one, for code outside the worker's own chunk: it is handed what reads bits. */
  async facet<T>(
    name: string,
    decode: (bytes: Uint8Array, bitsFrom: (offset: number) => BitReader) => T,
  ): Promise<T | undefined> {
    const hash = this.manifest.facets[name]
    if (!hash) return undefined
    const file = singleFile(`f-${name}`, hash)
    return this.read(file, (bytes) => decode(bytes, (offset) => new BitReader(bytes, offset)))
  }

  /** The Han of GB 2312: what is not among them is rarely Simplified. */
  simplified(): string {
    return (this.cachedSimplified ??= gb2312())
  }

  async folding(): Promise<FoldTable | undefined> {
    const name = singleFile('folding', this.manifest.folding, 'json')
    return (this.cachedFoldTable ??= await this.read(name, decodeFoldTable))
  }

  /** Fetches ahead of the code that reads them the vocabulary, and where words are: places, figures. */
  prefetchVocabulary(): void {
    const { vocabulary, directories } = this.manifest
    if (!vocabulary) return
    for (const file of [vocabularyFile(this.manifest), singleFile('d-w', directories.w, 'json')])
      // Whoever reads it is told what went wrong.
      this.store.file(file).catch(() => undefined)
  }

  /** The text of a piece, folded; the last ones are kept, as the parts of one search share them. */
  haystack(id: number): Promise<Haystack | undefined> {
    const cached = this.haystacks.get(id)
    if (cached) return cached
    if (this.haystacks.size >= maxHaystacks) this.haystacks.clear()
    const pending = this.readHaystack(id)
    this.haystacks.set(id, pending)
    // What could not be read is asked for again with the next query.
    pending.then(
      (found) => found ?? this.haystacks.delete(id),
      () => this.haystacks.delete(id),
    )
    return pending
  }

  private async readHaystack(id: number): Promise<Haystack | undefined> {
    const piece = await this.read(textFile(this.manifest, id), decodePiece)
    return piece && haystackOf(piece, piece.traditional ? await this.folding() : undefined)
  }
}
