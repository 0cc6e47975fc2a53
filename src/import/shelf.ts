/** A text of which each part can be taken once. */
export class Shelf {
  readonly #text: string
  readonly #taken: Uint8Array
  /** Where the paragraphs found so far end, in the order of the original. */
  readonly #ends: { index: number; end: number }[] = []

  constructor(text: string) {
    this.#text = text
    this.#taken = new Uint8Array(text.length)
  }

  /** Take it where it follows the paragraphs before it, else anywhere. */
  take(wanted: string, index: number): boolean {
    const next = this.#placeOf(index)
    const from = this.#ends[next - 1]?.end ?? 0
    const at = this.#free(wanted, from, this.#text.length) ?? this.#free(wanted, 0, from)
    if (at === undefined) return false
    const end = at + wanted.length
    this.#taken.fill(1, at, end)
    this.#ends.splice(next, 0, { index, end })
    return true
  }

  /** How many of the ends belong to this paragraph or one before it. */
  #placeOf(index: number): number {
    let [low, high] = [0, this.#ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#ends[middle]?.index ?? 0) <= index) low = middle + 1
      else high = middle
    }
    return low
  }

  #free(wanted: string, from: number, to: number): number | undefined {
    let at = this.#text.indexOf(wanted, from)
    while (at >= 0 && at < to) {
      const taken = this.#taken.subarray(at, at + wanted.length).lastIndexOf(1)
      if (taken < 0) return at
      at = this.#text.indexOf(wanted, at + taken + 1)
    }
    return undefined
  }
}
