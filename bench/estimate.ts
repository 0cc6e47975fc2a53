/** What a size nobody built would take, from what two sizes took: straight lines, with their arithmetic. */
import type { Row } from './build-report.ts'

export interface Estimate {
  /** Entries measured, the smaller and the larger number. */
  from: [small: number, large: number]
  entries: number
  quantities: Quantity[]
}

interface Quantity {
  name: 'seconds' | 'cpu' | 'memory' | 'output' | 'files' | 'search'
  /** At the larger measured size, for each entry more, and at the estimated size. */
  measured: number
  growth: number
  estimated: number
}

const quantities: readonly (readonly [Quantity['name'], (row: Row) => number])[] = [
  ['seconds', ({ first }) => first.seconds],
  ['cpu', ({ first }) => first.cpu],
  ['memory', ({ first }) => first.peak],
  ['output', ({ output }) => output.bytes],
  ['files', ({ output }) => output.files.size],
  ['search', ({ output }) => output.searchBytes],
]

/** Undefined where one generator was not built at two sizes. */
export function estimateFor(
  entries: number,
  rows: readonly Row[],
  generator: string,
): Estimate | undefined {
  const own = rows.filter((row) => row.generator === generator)
  const [small, large] = [own[0], own.at(-1)]
  if (!small || !large || small === large) return undefined
  const more = large.entries - small.entries
  return {
    from: [small.entries, large.entries],
    entries,
    quantities: quantities.map(([name, of]) => {
      const growth = (of(large) - of(small)) / more
      const measured = of(large)
      return { name, measured, growth, estimated: measured + growth * (entries - large.entries) }
    }),
  }
}
