/** How content a reader is with the order of what an engine shows, over judged queries. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CorpusDocument } from './corpus.ts'
import type { BuiltEngine } from './engines/engine.ts'

export interface Judged {
  q: string
  kind: string
  half: 'tuned' | 'held' | 'fresh'
  /** Gain of each document by id: 2 best, 1 useful. */
  gains: Map<string, number>
}

const linesOf = (name: string): unknown[] =>
  readFileSync(fileURLToPath(new URL(`./judged/${name}.ndjson`, import.meta.url)), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** `idOf` gives a page's document; other pages are left out, and queries without a best one. */
export function judgedEdition(idOf: (path: string) => string | undefined): Judged[] {
  // The file has this shape: `judged/README.md`.
  const lines = linesOf('edition') as (Omit<Judged, 'gains'> &
    Record<'best' | 'useful', string[]>)[]
  return lines.flatMap(({ q, kind, half, best, useful }): Judged[] => {
    const gain = (paths: string[], value: number): [string, number][] =>
      paths.flatMap((path) => {
        const id = idOf(path)
        return id === undefined ? [] : [[id, value]]
      })
    const gains = new Map([...gain(useful, 1), ...gain(best, 2)])
    return [...gains.values()].includes(2) ? [{ q, kind, half, gains }] : []
  })
}

/** Queries of which the corpus has a best document. */
export function judgedStatutes(documents: readonly CorpusDocument[]): Judged[] {
  type Line = Omit<Judged, 'gains'> & { best: { title: string; text: string[] }; useful: string[] }
  // The file has this shape: `judged/README.md`.
  const lines = linesOf('statutes') as Line[]
  return lines.flatMap(({ q, kind, half, best, useful }): Judged[] => {
    const law = new RegExp(best.title, 'u')
    const [texts, others] = [best.text, useful].map((list) => list.map((p) => new RegExp(p, 'u')))
    const gains = new Map<string, number>()
    for (const { id, title, text } of documents) {
      const whole = `${title}\n${text}`
      const isBest = law.test(title.split(' ')[0] ?? '') && texts?.every((p) => p.test(whole))
      if (isBest) gains.set(id, 2)
      else if (others?.every((p) => p.test(whole))) gains.set(id, 1)
    }
    return [...gains.values()].includes(2) ? [{ q, kind, half, gains }] : []
  })
}

export interface Score {
  kind: string
  half: string
  /** Normalized discounted cumulative gain of the first ten, gains 2ⁿ − 1 (Järvelin & Kekäläinen 2002). */
  ndcg: number
  /** A best page is the first, is among the first five. */
  first: number
  five: number
  nothing: number
  /** Of a first visit, code not included: bytes, round trips, milliseconds of the processor. */
  bytes: number
  rounds: number
  milliseconds: number
}

const discounted = (gains: number[]): number =>
  gains.slice(0, 10).reduce((sum, gain, i) => sum + (2 ** gain - 1) / Math.log2(i + 2), 0)

export async function scoreAll(built: BuiltEngine, queries: readonly Judged[]): Promise<Score[]> {
  const scores: Score[] = []
  // The first query of a process compiles the code.
  for (const { q } of queries.slice(0, 5)) await built.open().search(q, 10)
  for (const { q, kind, half, gains } of queries) {
    const session = built.open()
    const start = process.cpuUsage()
    const shown = (await session.search(q, 10)).map((id) => gains.get(id) ?? 0)
    const { user, system } = process.cpuUsage(start)
    const ideal = [...gains.values()].sort((a, b) => b - a)
    const [top = 0] = ideal
    scores.push({
      kind,
      half,
      ndcg: discounted(shown) / discounted(ideal),
      first: Number(shown[0] === top),
      five: Number(shown.slice(0, 5).includes(top)),
      nothing: Number(shown.length === 0),
      bytes: session.bytes(),
      rounds: session.rounds?.() ?? 0,
      milliseconds: (user + system) / 1000,
    })
  }
  return scores
}
