/** Runs one engine over one corpus size, in a process of its own so that its memory can be told. */
import { readFileSync, readdirSync } from 'node:fs'
import type { CorpusDocument } from './corpus.ts'
import type { BuiltEngine, Engine } from './engines/engine.ts'
import { checksum } from '../src/formats/checksum.ts'
import type { Query, QueryClass } from './queries.ts'

export interface Outcome {
  class: QueryClass
  typed: string
  recall: number
  precision: number
  reciprocalRank: number
  /** Bytes, see `Session.bytes`: the first query of a visit, and one further on. */
  first: number
  next: number
  /** Processor time of the first query. */
  milliseconds: number
}

export interface Measurement {
  engine: string
  documents: number
  /** Processor time. */
  buildSeconds: number
  peakMegabytes: number
  indexMegabytes: number
  /** Gzipped bytes changed by one edited entry. */
  editCost?: number
  outcomes: Outcome[]
}

/** Results asked for to tell recall; a visit shows ten. */
const recallLimit = 200
const shown = 10

interface Children {
  /** Bytes. */
  peak: number
  /** Processor time. */
  seconds: number
}

/** Clock ticks a second in `/proc`, the same on every Linux that Node runs on. */
const ticks = 100

function lookAt(pid: string, children: Map<string, Children>): void {
  const read = (name: string): string => readFileSync(`/proc/${pid}/${name}`, 'utf8')
  const status = read('status')
  if (/PPid:\s+(\d+)/u.exec(status)?.[1] !== String(process.pid)) return
  const peak = Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) * 1024
  const [user, system] = read('stat')
    .replace(/^.*\) /u, '')
    .split(' ')
    .slice(11, 13)
  const before = children.get(pid)?.peak ?? 0
  const seconds = (Number(user) + Number(system)) / ticks
  children.set(pid, { peak: Math.max(peak, before), seconds })
}

/** What this process's children use: Pagefind indexes in its own binary. */
function watchChildren(): () => Children {
  const children = new Map<string, Children>()
  const look = (): void => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
      try {
        lookAt(pid, children)
      } catch {
        // The process ended between the listing and the reading.
      }
    }
  }
  const timer = process.platform === 'linux' ? setInterval(look, 100) : undefined
  return () => {
    clearInterval(timer)
    const all = [...children.values()]
    return {
      peak: Math.max(0, ...all.map(({ peak }) => peak)),
      seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
    }
  }
}

/** Processor time of this process since `start`, in seconds: other work on the machine does not count. */
function processorSeconds(start?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

async function measureQuery(built: BuiltEngine, query: Query): Promise<Outcome> {
  const session = built.open()
  const start = process.cpuUsage()
  const ids = await session.search(query.typed, shown)
  const milliseconds = processorSeconds(start) * 1000
  const first = session.bytes()
  const truth = new Set(query.truth)
  const rank = ids.findIndex((id) => truth.has(id))
  const many = await session.search(query.typed, recallLimit)
  const found = many.filter((id) => truth.has(id)).length
  return {
    class: query.class,
    typed: query.typed,
    recall: found / Math.min(truth.size, recallLimit),
    precision: ids.length ? ids.filter((id) => truth.has(id)).length / ids.length : 0,
    reciprocalRank: rank < 0 ? 0 : 1 / (rank + 1),
    first,
    next: 0,
    milliseconds,
  }
}

/** One long visit through all queries, classes mixed: the bytes that each still needs. */
async function measureVisit(
  built: BuiltEngine,
  queries: Query[],
  outcomes: Outcome[],
): Promise<void> {
  const session = built.open()
  const order = queries.map((query, i) => ({
    query,
    outcome: outcomes[i],
    key: checksum(query.typed),
  }))
  order.sort((a, b) => (a.key < b.key ? -1 : 1))
  let before = 0
  for (const { query, outcome } of order) {
    await session.search(query.typed, shown)
    if (outcome) outcome.next = before ? session.bytes() - before : -1
    before = session.bytes()
  }
}

export async function measure(
  engine: Engine,
  documents: CorpusDocument[],
  queries: Query[],
  withEdit: boolean,
): Promise<Measurement> {
  const childrenSoFar = watchChildren()
  const start = process.cpuUsage()
  const built = await engine.build(documents)
  const children = childrenSoFar()
  const buildSeconds = processorSeconds(start) + children.seconds
  const peak = Math.max(process.resourceUsage().maxRSS * 1024, children.peak)
  const outcomes: Outcome[] = []
  // The first query of a process compiles the code: it is not the engine's latency.
  const [warmUp] = queries
  if (warmUp) await measureQuery(built, warmUp)
  for (const query of queries) outcomes.push(await measureQuery(built, query))
  await measureVisit(built, queries, outcomes)
  const editCost = withEdit ? built.editCost?.() : undefined
  built.close?.()
  return {
    engine: engine.name,
    documents: documents.length,
    buildSeconds,
    peakMegabytes: peak / 2 ** 20,
    indexMegabytes: built.indexBytes / 2 ** 20,
    ...(editCost === undefined ? {} : { editCost }),
    outcomes,
  }
}
