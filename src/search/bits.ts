/** Bit streams, most significant bit first, with the codes that posting lists need. Browser-safe. */

export class BitWriter {
  private bytes = new Uint8Array(256)
  private length = 0

  bit(value: number): void {
    const index = this.length >>> 3
    if (index === this.bytes.length) {
      const grown = new Uint8Array(this.bytes.length * 2)
      grown.set(this.bytes)
      this.bytes = grown
    }
    if (value) this.bytes[index] = (this.bytes[index] ?? 0) | (0x80 >>> (this.length & 7))
    this.length++
  }

  /** The low `count` ≤ 32 bits of `value`. */
  fixed(value: number, count: number): void {
    for (let i = count - 1; i >= 0; i--) this.bit((value >>> i) & 1)
  }

  /** `value` ones and a zero. */
  unary(value: number): void {
    for (let i = 0; i < value; i++) this.bit(1)
    this.bit(0)
  }

  /** Elias gamma, for values ≥ 1. */
  gamma(value: number): void {
    const width = 31 - Math.clz32(value)
    this.unary(width)
    this.fixed(value, width)
  }

  /** Golomb–Rice with parameter `k`, for values ≥ 0. */
  rice(value: number, k: number): void {
    this.unary(value >>> k)
    this.fixed(value, k)
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, (this.length + 7) >>> 3)
  }
}

/** Reads what BitWriter wrote. Past the end it reads zeros and `exhausted` becomes true. */
export class BitReader {
  private at: number
  constructor(
    private readonly bytes: Uint8Array,
    byteOffset = 0,
  ) {
    this.at = byteOffset * 8
  }

  get exhausted(): boolean {
    return this.at > this.bytes.length * 8
  }

  /** The next 32 bits, without passing them. */
  private window(): number {
    const { bytes, at } = this
    const i = at >>> 3
    const four =
      ((bytes[i] ?? 0) << 24) |
      ((bytes[i + 1] ?? 0) << 16) |
      ((bytes[i + 2] ?? 0) << 8) |
      (bytes[i + 3] ?? 0)
    const shift = at & 7
    return shift ? (four << shift) | ((bytes[i + 4] ?? 0) >>> (8 - shift)) : four
  }

  bit(): number {
    return this.fixed(1)
  }

  /** At most 32 bits. */
  fixed(count: number): number {
    if (count === 0) return 0
    const value = this.window() >>> (32 - count)
    this.at += count
    return value
  }

  unary(): number {
    let value = 0
    for (;;) {
      const ones = Math.clz32(~this.window())
      value += ones
      this.at += ones
      if (ones === 32) continue
      this.at++
      return value
    }
  }

  gamma(): number {
    const width = this.unary()
    if (width > 31) return 1
    return ((1 << width) | this.fixed(width)) >>> 0
  }

  rice(k: number): number {
    return ((this.unary() << k) | this.fixed(k)) >>> 0
  }
}

/**
 * Rice parameter for `count` ascending values spread over `space`: log2 of 0.69 × the mean gap
 * (Witten, Moffat & Bell, Managing Gigabytes, §3.3).
 */
export function riceParameter(count: number, space: number): number {
  return Math.max(0, Math.floor(Math.log2((0.69 * space) / Math.max(1, count))))
}
