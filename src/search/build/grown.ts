type Flat = Uint8Array | Uint32Array | Int32Array

/** A copy of a flat array with room for at least `length`, and twice of what there was. Build time. */
export function grown<Kind extends Flat>(
  array: Kind,
  make: (length: number) => Kind,
  length = 0,
): Kind {
  const larger = make(Math.max(array.length * 2, length))
  larger.set(array)
  return larger
}

export const bytes = (length: number): Uint8Array => new Uint8Array(length)
export const naturals = (length: number): Uint32Array => new Uint32Array(length)
export const codes = (length: number): Int32Array => new Int32Array(length)
