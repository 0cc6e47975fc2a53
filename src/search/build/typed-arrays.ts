type Flat = Uint8Array | Uint32Array | Int32Array

/** A copy of a flat array with room for at least `length`, and twice of what there was. Build time. */
export function growArray<Kind extends Flat>(
  array: Kind,
  make: (length: number) => Kind,
  length = 0,
): Kind {
  const larger = make(Math.max(array.length * 2, length))
  larger.set(array)
  return larger
}

export const uint8Array = (length: number): Uint8Array => new Uint8Array(length)
export const uint32Array = (length: number): Uint32Array => new Uint32Array(length)
export const int32Array = (length: number): Int32Array => new Int32Array(length)
