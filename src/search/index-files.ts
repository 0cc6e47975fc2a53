/** The index as one search sees it: a manifest and its files, decoded. Browser-safe. */
import { decodeContinued } from './entries.ts'
import type { FoldTable } from './fold.ts'
import { singleFile, textFile, type Manifest } from './manifest.ts'
import { decodePiece, haystackOf, type Haystack } from './piece.ts'
import type { Store } from './store.ts'

export interface Index {
  manifest: Manifest
  /** Reads a file; undefined when it is missing or `decode` throws, and the store is degraded. */
  read<T>(name: string, decode: (bytes: Uint8Array) => T): Promise<T | undefined>
  /** The pieces that continue an entry. */
  continued(): Promise<ReadonlySet<number>>
  folding(): Promise<FoldTable | undefined>
  haystack(piece: number): Promise<Haystack | undefined>
}

function decodeFoldTable(bytes: Uint8Array): FoldTable {
  const rows: unknown = JSON.parse(new TextDecoder().decode(bytes))
  const [from = '', to = ''] = Array.isArray(rows) ? rows.map(String) : []
  return new Map(Array.from(from, (char, i) => [char, to.charAt(i)]))
}

/** Decoded small files are kept as long as the manifest is the same. */
export async function openIndex(store: Store): Promise<Index> {
  const manifest = await store.manifest()
  const read: Index['read'] = async (name, decode) => {
    const bytes = await store.file(name)
    if (!bytes) return undefined
    try {
      return decode(bytes)
    } catch {
      store.damaged(name)
      return undefined
    }
  }
  let continued: Promise<ReadonlySet<number> | undefined> | undefined
  let folding: Promise<FoldTable | undefined> | undefined
  const readFolding = (): Promise<FoldTable | undefined> =>
    (folding ??= read(singleFile('folding', manifest.folding, 'json'), decodeFoldTable))
  return {
    manifest,
    read,
    async continued() {
      const name = singleFile('continued', manifest.continued)
      continued ??= read(name, (bytes) => decodeContinued(bytes, manifest.space))
      return (await continued) ?? new Set()
    },
    folding: readFolding,
    async haystack(id) {
      const piece = await read(textFile(manifest, id), decodePiece)
      return piece && haystackOf(piece, piece.traditional ? await readFolding() : undefined)
    },
  }
}
