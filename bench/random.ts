/** Seeded randomness: same seed, same queries. */

export interface Random {
  /** An integer from 0 to `limit` − 1. */
  below(limit: number): number
  pick<T>(list: readonly T[]): T
}

/** mulberry32 by Tommy Ettinger, public domain. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % limit
  }
  return {
    below,
    pick(list) {
      const item = list[below(list.length)]
      if (item === undefined) throw new RangeError('pick from an empty list')
      return item
    },
  }
}
