import { CodeNumbers } from './code-numbers.ts'
import type { GramRows } from './gram-rows.ts'
import { uint8Array, growArray, uint32Array } from './typed-arrays.ts'

/** How many pieces have a gram, and how many of them in a title or name. */
interface GramCount {
  code: number
  count: number
  inTitle: boolean
}

/** Counts grams by code. Build time. */
export class DocumentFrequencies {
  private readonly grams = new CodeNumbers()
  private counts: Uint32Array = uint32Array(4096)
  private titles: Uint8Array = uint8Array(4096)

  add({ codes, ends }: GramRows): void {
    let at = 0
    for (const [run, end] of ends.entries())
      for (; at < end; at++) {
        const gram = this.grams.numberOf(codes[at] ?? 0)
        if (gram >= this.counts.length) {
          this.counts = growArray(this.counts, uint32Array)
          this.titles = growArray(this.titles, uint8Array)
        }
        this.counts[gram] = (this.counts[gram] ?? 0) + 1
        if ((run & 3) === 3) this.titles[gram] = 1
      }
  }

  *[Symbol.iterator](): Generator<GramCount> {
    for (let gram = 0; gram < this.grams.size; gram++)
      yield {
        code: this.grams.codes[gram] ?? 0,
        count: this.counts[gram] ?? 0,
        inTitle: this.titles[gram] === 1,
      }
  }
}
