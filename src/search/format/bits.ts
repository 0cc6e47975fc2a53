/** Bit streams, most significant bit first, with the codes that posting lists need. Browser-safe. */

export class BitWriter {
  private bytes = new Uint8Array(256)
  private length = 0
  /** Bits not yet in `bytes`, fewer than eight. */
  private pending = 0
  private held = 0

  private push(value: number): void {
    if (this.length === this.bytes.length) {
      const grown = new Uint8Array(this.bytes.length * 2)
      grown.set(this.bytes)
      this.bytes = grown
    }
    this.bytes[this.length++] = value
  }

  bit(value: number): void {
    this.fixed(value, 1)
  }

  /** The low `count` ≤ 32 bits of `value`. */
  fixed(value: number, count: number): void {
    for (let left = count; left > 0;) {
      const taken = Math.min(left, 8 - this.held)
      left -= taken
      this.pending = (this.pending << taken) | ((value >>> left) & ((1 << taken) - 1))
      this.held += taken
      if (this.held === 8) {
        this.push(this.pending)
        this.pending = this.held = 0
      }
    }
  }

  /** `value` ones and a zero. */
  unary(value: number): void {
    for (let left = value; left > 0; left -= 24) this.fixed(-1, Math.min(24, left))
    this.fixed(0, 1)
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

  /** Ascending values below `space`, see `BitReader.ascending`. */
  ascending(values: ArrayLike<number>, space: number): void {
    const k = riceParameter(values.length, space)
    let previous = -1
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? 0
      this.rice(value - previous - 1, k)
      previous = value
    }
  }

  finish(): Uint8Array {
    const end = this.held ? [this.pending << (8 - this.held)] : []
    const all = new Uint8Array(this.length + end.length)
    all.set(this.bytes.subarray(0, this.length))
    all.set(end, this.length)
    return all
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

  /** Throws RangeError when more was read than there is. */
  check(): void {
    if (this.exhausted) throw new RangeError('bits end early')
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
    const window = this.window()
    const ones = Math.clz32(~window)
    if (ones + k >= 32) return ((this.unary() << k) | this.fixed(k)) >>> 0
    this.at += ones + 1 + k
    return (ones << k) | (k && (window << (ones + 1)) >>> (32 - k))
  }

  /** `count` ascending values below `space`, as rice(gap − 1); the first gap is from −1. */
  ascending(count: number, space: number): Uint32Array {
    const values = new Uint32Array(count)
    const k = riceParameter(count, space)
    let value = -1
    for (let i = 0; i < count && !this.exhausted; i++) values[i] = value += this.rice(k) + 1
    return values
  }
}

/**
 * Rice parameter for `count` ascending values spread over `space`: log2 of 0.69 × the mean gap
 * (Witten, Moffat & Bell, Managing Gigabytes, §3.3).
 */
export function riceParameter(count: number, space: number): number {
  return Math.max(0, Math.floor(Math.log2((0.69 * space) / Math.max(1, count))))
}
