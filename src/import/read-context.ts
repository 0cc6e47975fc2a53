/** What a reader may ask for besides the bytes of the file it reads. */
export interface ReadContext {
  /** Bytes of a file that lies beside it, by its path from there; undefined when there is none. */
  beside?: (path: string) => Uint8Array | undefined
}
