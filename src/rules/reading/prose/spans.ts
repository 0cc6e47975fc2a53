import type { Span } from '../../engine/rule.ts'

/** Ranges in order and without overlaps. */
export function merged(spans: readonly Span[]): Span[] {
  if (spans.length < 2) return [...spans]
  const found: [number, number][] = []
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1)
    if (last && from < last[1]) last[1] = Math.max(last[1], to)
    else found.push([from, to])
  }
  return found
}

/** Whether a range shares a letter with one of the spans, which are ordered and apart. */
export function touching(spans: readonly Span[], from: number, to: number): boolean {
  const next = spans[lastWhere(spans.length, (index) => (spans[index]?.[1] ?? 0) <= from) + 1]
  return next !== undefined && next[0] < to
}

/** The last of `count` indices for which a condition holds that never holds again; -1 for none. */
export function lastWhere(count: number, holds: (index: number) => boolean): number {
  let low = -1
  let high = count - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}
