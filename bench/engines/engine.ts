/** What every engine shows of itself to the benchmark. */
import type { CorpusDocument } from '../corpus.ts'

/** One reader's visit: what it fetched stays fetched. */
export interface Session {
  /** Ids of the results, best first, at most `limit`, with what is needed to show ten of them. */
  search(query: string, limit: number): Promise<string[]>
  /** Bytes fetched so far, brotli, code included. */
  bytes(): number
  /** How often files were waited for, all that are asked for at once arriving together. */
  rounds?(): number
}

export interface BuiltEngine {
  /** All bytes of the index, uncompressed. */
  indexBytes: number
  open(): Session
  /** Gzipped bytes of files that are new after one entry was edited. */
  editCost?(): number
  close?(): void
}

export interface Engine {
  name: string
  build(documents: CorpusDocument[]): Promise<BuiltEngine>
}
