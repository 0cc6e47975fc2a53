/** A visit with an empty cache: what it fetches, and how often it waits. */
import { brotliCompressSync } from 'node:zlib'
import type { FetchFile } from '../../src/search/query.ts'
import type { Session } from './engine.ts'

/** Milliseconds after which nothing more is asked for at once. */
const settled = 2

/** `sizes` remembers from visit to visit how small each file gets. */
export function firstVisit(
  files: ReadonlyMap<string, Uint8Array>,
  sizes: Map<string, number>,
): Required<Omit<Session, 'search'>> & { fetchFile: FetchFile; answered: () => void } {
  const fetched = new Set<string>()
  const sizeOf = (name: string): number => {
    const bytes = files.get(name) ?? new Uint8Array()
    const size = sizes.get(name) ?? Math.min(bytes.length, brotliCompressSync(bytes).length)
    sizes.set(name, size)
    return size
  }
  let rounds = 0
  /** What was fetched until the answer was shown, if that was before the end. */
  let answer: { bytes: number; rounds: number } | undefined
  let waiting: (() => void)[] = []
  const bytesSoFar = (): number => [...fetched].reduce((sum, name) => sum + sizeOf(name), 0)
  const arrive = (): void => {
    rounds++
    const all = waiting
    waiting = []
    all.forEach((one) => one())
  }
  return {
    fetchFile: (name) =>
      new Promise((resolve, reject) => {
        const bytes = files.get(name)
        if (bytes) fetched.add(name)
        if (waiting.length === 0) setTimeout(arrive, settled)
        waiting.push(() => (bytes ? resolve(bytes) : reject(new Error(`missing ${name}`))))
      }),
    answered: () => (answer ??= { bytes: bytesSoFar(), rounds }),
    bytes: () => answer?.bytes ?? bytesSoFar(),
    rounds: () => answer?.rounds ?? rounds,
  }
}
