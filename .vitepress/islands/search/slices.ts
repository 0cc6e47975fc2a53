import type { YieldToMain } from '../../../src/search/query.ts'

/** Milliseconds of work on end, a quarter of what makes a long task: a slow phone is as much slower. */
const slice = 12

/** Lets the page live between slices of work: it paints, scrolls and hears keys as a search goes on. */
export function slices(now: () => number = () => performance.now()): YieldToMain {
  let since = now()
  return () => {
    if (now() - since < slice) return undefined
    return new Promise((resolve) =>
      setTimeout(() => {
        since = now()
        resolve()
      }),
    )
  }
}
