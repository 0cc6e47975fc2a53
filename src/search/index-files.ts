/** The index as one search sees it: a manifest and its files, decoded. Browser-safe. */
import { decodeContinued } from './entries.ts'
import type { FoldTable } from './fold.ts'
import { singleFile, textFile, type Manifest } from './manifest.ts'
import { decodePiece, haystackOf, type Haystack } from './piece.ts'
import type { Store } from './store.ts'

function decodeFoldTable(bytes: Uint8Array): FoldTable {
  const rows: unknown = JSON.parse(new TextDecoder().decode(bytes))
  const [from = '', to = ''] = Array.isArray(rows) ? rows.map(String) : []
  return new Map(Array.from(from, (char, i) => [char, to.charAt(i)]))
}

/** Small decoded files are kept; what could not be read is asked for again next time. */
export class Index {
  private continuedPieces: ReadonlySet<number> | undefined
  private foldTable: FoldTable | undefined

  constructor(
    readonly manifest: Manifest,
    private readonly store: Store,
  ) {}

  /** Reads a file; undefined when it is missing or `decode` throws, and the store is degraded. */
  async read<T>(name: string, decode: (bytes: Uint8Array) => T): Promise<T | undefined> {
    const bytes = await this.store.file(name)
    if (!bytes) return undefined
    try {
      return decode(bytes)
    } catch {
      this.store.damaged(name)
      return undefined
    }
  }

  /** The pieces that continue an entry. */
  async continued(): Promise<ReadonlySet<number>> {
    const { continued, space } = this.manifest
    this.continuedPieces ??= await this.read(singleFile('continued', continued), (bytes) =>
      decodeContinued(bytes, space),
    )
    return this.continuedPieces ?? new Set()
  }

  async folding(): Promise<FoldTable | undefined> {
    const name = singleFile('folding', this.manifest.folding, 'json')
    return (this.foldTable ??= await this.read(name, decodeFoldTable))
  }

  async haystack(id: number): Promise<Haystack | undefined> {
    const piece = await this.read(textFile(this.manifest, id), decodePiece)
    return piece && haystackOf(piece, piece.traditional ? await this.folding() : undefined)
  }
}
