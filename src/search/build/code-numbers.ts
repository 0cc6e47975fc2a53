import { int32Array, growArray } from './typed-arrays.ts'

/** Smallest table; a power of two. */
const smallest = 4096

/** Numbers 32-bit codes in order of first use: a hash table in flat arrays, without objects. Build time. */
export class CodeNumbers {
  /** Codes by number; longer than `size`. */
  codes: Int32Array = new Int32Array(smallest / 2)
  size = 0
  /** Number + 1 of the code in each slot, 0 where there is none. */
  private slots = new Uint32Array(smallest)

  /** The code's number, a new one when it has none. */
  numberOf(code: number): number {
    const mask = this.slots.length - 1
    let slot = slotOf(code, mask)
    for (;;) {
      const number = (this.slots[slot] ?? 0) - 1
      if (number < 0) return this.add(code, slot)
      if (this.codes[number] === code) return number
      slot = (slot + 1) & mask
    }
  }

  clear(): void {
    this.slots.fill(0)
    this.size = 0
  }

  private add(code: number, slot: number): number {
    const number = this.size++
    this.codes[number] = code
    this.slots[slot] = number + 1
    if (this.size === this.codes.length) this.grow()
    return number
  }

  private grow(): void {
    this.codes = growArray(this.codes, int32Array)
    this.slots = new Uint32Array(this.slots.length * 2)
    const mask = this.slots.length - 1
    for (let number = 0; number < this.size; number++) {
      let slot = slotOf(this.codes[number] ?? 0, mask)
      while (this.slots[slot]) slot = (slot + 1) & mask
      this.slots[slot] = number + 1
    }
  }
}

/** Fibonacci hashing (Knuth, The Art of Computer Programming, vol. 3, §6.4). */
function slotOf(code: number, mask: number): number {
  const hash = Math.imul(code, 0x9e3779b1)
  return (hash ^ (hash >>> 15)) & mask
}
