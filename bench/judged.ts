/**
 * `npm run bench:judged -- [--corpus <ndjson.gz>] [--docs 2000] [--engines ours,bm25,segmented,pagefind] [--ablation]
 * [--handbook]`: the judged queries over the edition and over statutes, engines side by side.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildLibrary } from '../src/content/library.ts'
import { readPortal } from '../src/content/files.ts'
import type { Lexicon, SearchDocument } from '../src/search/build.ts'
import { searchables } from '../src/corpus/documents.ts'
import { lexiconOf } from '../src/corpus/lexicon.ts'
import { readCorpus, type CorpusDocument } from './corpus.ts'
import type { BuiltEngine } from './engines/engine.ts'
import { buildOver, toSearchDocument } from './engines/ours.ts'
import { writeSection } from './performance-page.ts'
import { formatJudged, type Judgement } from './judged-report.ts'
import { judgedEdition, judgedStatutes, scoreAll, type Judged } from './relevance.ts'

const { values } = parseArgs({
  options: {
    corpus: {
      type: 'string',
      default: fileURLToPath(new URL('../../shared/corpus/statutes.ndjson.gz', import.meta.url)),
    },
    docs: { type: 'string', default: '2000' },
    engines: { type: 'string', default: 'ours,bm25,segmented,pagefind' },
    ablation: { type: 'boolean', default: false },
    handbook: { type: 'boolean', default: false },
  },
})

interface Collection {
  name: string
  documents: CorpusDocument[]
  searched: SearchDocument[]
  lexicon: Lexicon
  queries: Judged[]
}

const library = buildLibrary(readPortal(process.env.PORTAL_ROOT ?? '.'))
const inherited = lexiconOf({ ...library, entries: [] })

function edition(): Collection {
  const searched = searchables(library, () => '').map(({ document }) => document())
  const ids = new Map(searched.map(({ path }, i) => [path, `d${String(i).padStart(6, '0')}`]))
  const documents = searched.map((document): CorpusDocument => {
    const { path, title, date = '', kind, sections } = document
    const text = sections.map((section) => section.text).join('\n')
    return { id: ids.get(path) ?? '', title, text, date, kind }
  })
  return {
    name: 'edition',
    documents,
    searched: searched.map((one) => ({ ...one, path: `/${ids.get(one.path)}.html` })),
    lexicon: lexiconOf(library),
    queries: judgedEdition((path) => ids.get(path)),
  }
}

async function statutes(count: number): Promise<Collection> {
  const documents = await readCorpus(values.corpus, count)
  const searched = documents.map(toSearchDocument)
  const queries = judgedStatutes(documents)
  return { name: 'statutes', documents, searched, lexicon: inherited, queries }
}

type Part = (collection: Collection) => Promise<BuiltEngine>

const without = (list: readonly SearchDocument[]): SearchDocument[] =>
  list.map((document) => ({ ...document, places: [] }))

const engines: Record<string, [name: string, build: Part]> = {
  ours: ['潮头', async ({ searched, lexicon }) => buildOver(searched, { lexicon })],
  bm25: [
    'BM25',
    async ({ documents }) => (await import('./engines/bm25.ts')).bm25.build(documents),
  ],
  segmented: [
    'MiniSearch + Intl.Segmenter',
    async ({ documents }) => (await import('./engines/segmented.ts')).segmented.build(documents),
  ],
  pagefind: [
    'Pagefind',
    async ({ documents }) => (await import('./engines/pagefind.ts')).pagefind.build(documents),
  ],
}

/** What each part adds. */
const parts: Record<string, [name: string, build: Part]> = {
  literal: ['literal', async ({ searched }) => buildOver(searched, { literal: true })],
  pairs: ['pairs', async ({ searched }) => buildOver(searched, { bare: true })],
  words: ['words', async ({ searched }) => buildOver(without(searched), {})],
  synonyms: [
    'synonyms',
    async ({ searched, lexicon }) => buildOver(without(searched), { lexicon }),
  ],
  ours: ['all', async ({ searched, lexicon }) => buildOver(searched, { lexicon })],
}

async function measured(collection: Collection, chosen: typeof engines): Promise<Judgement> {
  const columns: Judgement['columns'] = []
  for (const [name, build] of Object.values(chosen)) {
    const built = await build(collection)
    columns.push({ name, scores: await scoreAll(built, collection.queries) })
    built.close?.()
  }
  return { name: collection.name, documents: collection.documents.length, columns }
}

const collections = [edition()]
if (existsSync(values.corpus)) collections.push(await statutes(Number(values.docs)))
const wanted = values.engines.split(',')
const chosen = values.ablation
  ? parts
  : Object.fromEntries(Object.entries(engines).filter(([name]) => wanted.includes(name)))
const judgements: Judgement[] = []
for (const collection of collections) judgements.push(await measured(collection, chosen))
const report = formatJudged(judgements)
process.stdout.write(`${report}\n`)
if (values.handbook)
  writeSection(values.ablation ? '检索：每一层加了多少' : '检索：读者会打的话', report)
// Pagefind leaves a service running.
process.exit(0)
