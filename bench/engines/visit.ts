/** A visit with an empty cache: what it fetches, and how often it waits. */
import { brotliCompressSync } from 'node:zlib'
import type { FetchFile } from '../../src/search/store.ts'
import type { Session } from './engine.ts'

/** Milliseconds after which nothing more is asked for at once. */
const settled = 2

export function firstVisit(
  files: ReadonlyMap<string, Uint8Array>,
): Required<Omit<Session, 'search'>> & { fetchFile: FetchFile } {
  const fetched = new Set<Uint8Array>()
  let rounds = 0
  let waiting: (() => void)[] = []
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
        if (bytes) fetched.add(bytes)
        if (waiting.length === 0) setTimeout(arrive, settled)
        waiting.push(() => (bytes ? resolve(bytes) : reject(new Error(`missing ${name}`))))
      }),
    bytes: () =>
      [...fetched].reduce(
        (sum, bytes) => sum + Math.min(bytes.length, brotliCompressSync(bytes).length),
        0,
      ),
    rounds: () => rounds,
  }
}
