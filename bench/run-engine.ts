/** Child process: measures one engine and prints a Measurement as JSON. */
import { readFileSync } from 'node:fs'
import { readCorpus } from './corpus.ts'
import type { Engine } from './engines/engine.ts'
import { measure } from './measure.ts'
import type { Query } from './queries.ts'

export interface Job {
  corpus: string
  documents: number
  simulate: number
  engine: string
  queries: Query[]
  edit: boolean
}

/** Loaded by name, so that one engine's memory is not counted to another. */
async function loadEngine(name: string): Promise<Engine> {
  if (name === 'pagefind') return (await import('./engines/pagefind.ts')).pagefind
  if (name === 'minisearch') return (await import('./engines/minisearch.ts')).minisearch
  if (name === 'ours') return (await import('./engines/ours.ts')).ours
  throw new Error(`没有这个引擎:${name}`)
}

// The parent wrote the file a moment ago in this very shape.
const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Job
const documents = await readCorpus(job.corpus, job.documents, job.simulate)
const engine = await loadEngine(job.engine)
const measurement = await measure(engine, documents, job.queries, job.edit)
process.stdout.write(JSON.stringify(measurement))
process.exit(0)
