import { diffArrays } from 'diff'

/** An item that was, one that is to be, or the one becoming the other: places in the two lists. */
interface Step {
  old?: number
  now?: number
}

/**
 * How one list becomes another with the fewest items touched. Where some were taken away and others
 * put there, they count as the same items changed, as far as they go in pairs.
 */
export function aligned(before: readonly string[], after: readonly string[]): Step[] {
  const steps: Step[] = []
  let gone: Step[] = []
  let [old, now] = [0, 0]
  for (const { added, removed, count } of diffArrays([...before], [...after])) {
    if (!added) gone = []
    for (let item = 0; item < count; item += 1) {
      const changed = added ? gone.shift() : undefined
      if (changed) changed.now = now++
      else steps.push({ ...(added ? {} : { old: old++ }), ...(removed ? {} : { now: now++ }) })
    }
    if (removed) gone = steps.slice(-count)
  }
  return steps
}
