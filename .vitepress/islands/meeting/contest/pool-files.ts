import { drawnWithSpares, shardsOf } from '../../../../src/meeting/contest/pool.ts'
import type { PoolIndex, PoolQuestion, PoolShard } from '../../../../src/meeting/contest/pool.ts'

async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  // The build wrote it.
  return (await response.json()) as T
}

/** Which lessons have questions. */
export function fetchPoolIndex(base: string): Promise<PoolIndex> {
  return fetchJson(`${base}quiz/index.json`)
}

/** Questions for a contest, drawn anew each time; only the courses they come from are loaded. */
export async function drawQuestions(
  base: string,
  index: PoolIndex,
  given: { needed: number; spares: number; pages?: ReadonlySet<string> },
): Promise<{ questions: PoolQuestion[]; own: number }> {
  const { places, own } = drawnWithSpares(index, { ...given, seed: String(Math.random()) })
  const courses = shardsOf(places)
  const shards = await Promise.all(
    courses.map((name) => fetchJson<PoolShard>(`${base}quiz/courses/${name}.json`)),
  )
  const byPage = Object.assign({}, ...shards) as PoolShard
  return { questions: places.flatMap(({ page, index: at }) => byPage[page]?.[at] ?? []), own }
}
