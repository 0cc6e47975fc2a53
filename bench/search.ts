/**
 * `npm run bench:search -- --corpus <ndjson.gz> --docs 600,2000,10000 [--simulate 100000]
 * [--engines ours,pagefind,minisearch] [--per-class 24] [--peer-sample 3] [--seed 4]
 * [--queries <ndjson>] [--handbook]`:
 * search measured side by side. Queries of one's own are lines of `{ class, typed, truth }`, truth
 * being line numbers of the corpus as ids (d000000, …); `--handbook` writes the handbook's tables.
 */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { measureBundle } from './bundle.ts'
import { readCorpus } from './corpus.ts'
import type { Measurement } from './measure.ts'
import { drawQueries, type Query } from './queries.ts'
import { writeSearchSection } from './performance-page.ts'
import { formatReport, type ReportInput } from './report.ts'
import type { Job } from './run-engine.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: here('../../shared/corpus/statutes.ndjson.gz') },
    docs: { type: 'string', default: '600' },
    simulate: { type: 'string' },
    engines: { type: 'string', default: 'ours,pagefind,minisearch' },
    'per-class': { type: 'string', default: '24' },
    'peer-sample': { type: 'string', default: '3' },
    seed: { type: 'string', default: '4' },
    queries: { type: 'string' },
    handbook: { type: 'boolean', default: false },
    output: { type: 'string', default: here('./results/search.md') },
  },
})

async function runEngine(job: Job): Promise<Measurement> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const file = join(folder, 'job.json')
  await writeFile(file, JSON.stringify(job))
  const heap = '--max-old-space-size=8192'
  const args = [heap, '--import', 'tsx', here('./run-engine.ts'), file]
  const timeout = job.engine === 'ours' ? 0 : peerPatience
  const options = { maxBuffer: 2 ** 28, timeout }
  const { stdout } = await promisify(execFile)(process.execPath, args, options)
  await rm(folder, { recursive: true, force: true })
  // The child printed a Measurement and nothing else.
  return JSON.parse(stdout) as Measurement
}

/** Documents repeated in a simulation answer what their originals answer. */
function repeatTruth(queries: Query[], documents: number, simulate: number): Query[] {
  const copies = Math.ceil(simulate / documents)
  return queries.map((query) => ({
    ...query,
    truth: Array.from({ length: copies }, (_, copy) =>
      query.truth.map(
        (id) => `d${String(Number(id.slice(1)) + copy * documents).padStart(6, '0')}`,
      ),
    ).flat(),
  }))
}

async function queriesFor(documents: number): Promise<Query[]> {
  const { corpus, queries: file, seed, 'per-class': perClass } = values
  if (!file) return drawQueries(await readCorpus(corpus, documents), Number(perClass), Number(seed))
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  // The caller wrote them in this shape.
  const given = lines.map((line) => JSON.parse(line) as Query)
  return given.filter(({ truth }) => truth.some((id) => Number(id.slice(1)) < documents))
}

/** Above this many entries a query of a peer takes seconds, and a run of all of them hours. */
const peersInFull = 5000
/** Milliseconds after which a peer is given up. */
const peerPatience = 600_000

/** The first queries of each class for a peer at a size that it is slow at; the report says how many. */
function queriesOf(engine: string, documents: number, queries: Query[]): Query[] {
  if (engine === 'ours' || documents <= peersInFull) return queries
  const taken = new Map<string, number>()
  return queries.filter(({ class: name }) => {
    const count = (taken.get(name) ?? 0) + 1
    taken.set(name, count)
    return count <= Number(values['peer-sample'])
  })
}

async function measureSize(documents: number, simulate: number): Promise<Measurement[]> {
  const { corpus } = values
  const drawn = await queriesFor(documents)
  const queries = simulate > documents ? repeatTruth(drawn, documents, simulate) : drawn
  const measurements: Measurement[] = []
  for (const engine of simulate > documents ? ['ours'] : values.engines.split(',')) {
    process.stderr.write(`${engine} · ${simulate}篇……\n`)
    const edit = engine === 'ours' && simulate <= documents
    try {
      const asked = queriesOf(engine, documents, queries)
      const job = { corpus, documents, simulate, engine, queries: asked, edit }
      measurements.push(await runEngine(job))
    } catch (error) {
      // A peer that fails at a size is a result too, and must not cost the others theirs.
      process.stderr.write(`${engine} 没有跑完：${String(error).slice(0, 400)}\n`)
    }
  }
  return measurements
}

if (!existsSync(values.corpus)) {
  process.stderr.write(`找不到语料“${values.corpus}”。请用 --corpus 指明 .ndjson.gz 文件。\n`)
  process.exit(2)
}

const input: ReportInput = {
  corpus: basename(values.corpus),
  seed: Number(values.seed),
  bundle: await measureBundle(),
  sizes: [],
}

/** Writes what there is after each size: a run of an hour that is interrupted keeps its numbers. */
async function addSize(documents: number, simulate: number): Promise<void> {
  const measurements = await measureSize(documents, simulate)
  input.sizes.push({ documents: simulate, simulated: simulate > documents, measurements })
  await mkdir(join(values.output, '..'), { recursive: true })
  await writeFile(values.output, formatReport(input))
  await writeFile(values.output.replace(/\.md$/u, '.json'), JSON.stringify(input.sizes))
  if (values.handbook) writeSearchSection(input)
}

const counts = values.docs.split(',').map(Number)
for (const documents of counts) await addSize(documents, documents)
if (values.simulate) await addSize(Math.max(...counts), Number(values.simulate))
process.stdout.write(formatReport(input))
