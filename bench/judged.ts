/**
 * `npm run bench:judged -- [--docs 2000] [--engines ours,bm25,segmented,pagefind] [--ablation]
 * [--readme]`: the judged queries over the edition and over statutes, engines side by side.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildLibrary } from '../src/content/library.ts'
import { readPortal } from '../src/content/files.ts'
import type { SearchDocument } from '../src/search/document.ts'
import { searchables } from '../src/search/documents.ts'
import { knowledgeOf } from '../src/search/knowledge.ts'
import { noKnowledge, type Knowledge } from '../src/search/vocabulary.ts'
import { readCorpus, type CorpusDocument } from './corpus.ts'
import type { BuiltEngine } from './engines/engine.ts'
import { buildOver, toSearchDocument } from './engines/ours.ts'
import { writePart } from './readme.ts'
import { judgedEdition, judgedStatutes, scoreAll, type Judged, type Score } from './relevance.ts'

const { values } = parseArgs({
  options: {
    corpus: {
      type: 'string',
      default: fileURLToPath(new URL('../../shared/corpus/statutes.ndjson.gz', import.meta.url)),
    },
    docs: { type: 'string', default: '2000' },
    engines: { type: 'string', default: 'ours,bm25,segmented,pagefind' },
    ablation: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
  },
})

interface Collection {
  name: string
  documents: CorpusDocument[]
  searched: SearchDocument[]
  knowledge: Knowledge
  queries: Judged[]
}

const library = buildLibrary(readPortal(process.env.PORTAL_ROOT ?? '.'))
const inherited = knowledgeOf({ ...library, entries: [] })

function edition(): Collection {
  const searched = searchables(library, () => '').map(({ document }) => document())
  const ids = new Map(searched.map(({ path }, i) => [path, `d${String(i).padStart(6, '0')}`]))
  const documents = searched.map((document): CorpusDocument => {
    const { path, title, date = '', kind, sections } = document
    const text = sections.map((section) => section.text).join('\n')
    return { id: ids.get(path) ?? '', title, text, date, kind }
  })
  return {
    name: '本站',
    documents,
    searched: searched.map((one) => ({ ...one, path: `/${ids.get(one.path)}.html` })),
    knowledge: knowledgeOf(library),
    queries: judgedEdition((path) => ids.get(path)),
  }
}

async function statutes(count: number): Promise<Collection> {
  const documents = await readCorpus(values.corpus, count)
  const searched = documents.map(toSearchDocument)
  const queries = judgedStatutes(documents)
  return { name: `法规${count}篇`, documents, searched, knowledge: inherited, queries }
}

type Part = (collection: Collection) => Promise<BuiltEngine>

const without = (list: readonly SearchDocument[]): SearchDocument[] =>
  list.map((document) => ({ ...document, places: [] }))

const engines: Record<string, [name: string, build: Part]> = {
  ours: ['潮头', async ({ searched, knowledge }) => buildOver(searched, { knowledge })],
  bm25: [
    'BM25双字',
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
  literal: ['只有一字不差', async ({ searched }) => buildOver(searched, { literal: true })],
  pairs: ['加相近，不用词', async ({ searched }) => buildOver(searched, { bare: true })],
  words: [
    '加标题里的词和数的写法',
    async ({ searched }) => buildOver(without(searched), { knowledge: noKnowledge }),
  ],
  synonyms: [
    '加同义词',
    async ({ searched, knowledge }) => buildOver(without(searched), { knowledge }),
  ],
  ours: ['加地方（全部）', async ({ searched, knowledge }) => buildOver(searched, { knowledge })],
}

const mean = (scores: Score[], key: 'ndcg' | 'first' | 'five' | 'nothing'): string =>
  (scores.reduce((sum, score) => sum + score[key], 0) / (scores.length || 1)).toFixed(2)

const cell = (scores: Score[]): string =>
  scores.length
    ? `${mean(scores, 'ndcg')} / ${mean(scores, 'first')} / ${mean(scores, 'five')}`
    : '–'

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

async function report(collection: Collection, chosen: typeof engines): Promise<string> {
  const names: string[] = []
  const scores: Score[][] = []
  for (const [name, build] of Object.values(chosen)) {
    const built = await build(collection)
    names.push(name)
    scores.push(await scoreAll(built, collection.queries))
    built.close?.()
  }
  const held = scores.map((list) => list.filter(({ half }) => half === 'held'))
  const kinds = [...new Set(collection.queries.map(({ kind }) => kind))]
  const rows = kinds.map((kind) => {
    const of = held.map((list) => list.filter((score) => score.kind === kind))
    return [`${kind} (${of[0]?.length ?? 0})`, ...of.map(cell)]
  })
  const all = [`**held (${held[0]?.length ?? 0})**`, ...held.map(cell)]
  const tuned = scores.map((list) => list.filter(({ half }) => half === 'tuned'))
  const other = [`tuned (${tuned[0]?.length ?? 0})`, ...tuned.map(cell)]
  const empty = ['nothing shown', ...scores.map((list) => mean(list, 'nothing'))]
  return table([collection.name, ...names], [...rows, all, other, empty])
}

const collections = [edition()]
if (existsSync(values.corpus)) collections.push(await statutes(Number(values.docs)))
const wanted = values.engines.split(',')
const chosen = values.ablation
  ? parts
  : Object.fromEntries(Object.entries(engines).filter(([name]) => wanted.includes(name)))
const tables: string[] = []
for (const collection of collections) tables.push(await report(collection, chosen))
const body = tables.join('\n\n')
process.stdout.write(`${body}\n`)
if (values.readme)
  for (const file of ['README.md', 'README.zh-CN.md']) writePart(file, 'bench:judged', body)
// Pagefind leaves a service running.
process.exit(0)
