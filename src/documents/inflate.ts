import { inflateSync } from 'node:zlib'

/** Inflate up to a size in bytes; undefined when there is more. Throws when it is no deflated data. */
export function inflated(data: Uint8Array, most: number): Uint8Array | undefined {
  try {
    return inflateSync(data, { maxOutputLength: most })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
