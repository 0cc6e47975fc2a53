import { list } from 'postcss'

/**
 * A value in which `min()`, `max()` and `clamp()` are replaced by one of what they compare: the last of
 * `min()`, by convention the one relative to the page, the first of the others.
 */
export function withoutComparison(value: string): string {
  const found = /\b(min|max|clamp)\(/.exec(value)
  if (!found) return value
  const start = found.index + found[0].length
  const end = closing(value, start)
  const compared = list.comma(value.slice(start, end))
  const chosen = found[1] === 'min' ? compared.at(-1) : compared[0]
  return withoutComparison(value.slice(0, found.index) + chosen + value.slice(end + 1))
}

/** Where the bracket that is open at a place closes. */
function closing(value: string, from: number): number {
  let depth = 1
  for (let at = from; at < value.length; at += 1) {
    if (value[at] === '(') depth += 1
    else if (value[at] === ')') depth -= 1
    if (depth === 0) return at
  }
  throw new Error(`a function has no end: ${value}`)
}
