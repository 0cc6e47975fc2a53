/** 潮头's own search, from the very modules the portal runs. */
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { CorpusDocument } from '../corpus.ts'
import type { BuiltEngine, Engine, Session } from './engine.ts'
import { buildSearchIndex } from '../../src/search/build.ts'
import type { Lexicon, SearchDocument } from '../../src/search/build.ts'
import { createSearcher } from '../../src/search/query.ts'
import type { SearchResult } from '../../src/search/query.ts'
import { measureBundle } from '../bundle.ts'
import { firstVisit } from './visit.ts'

export function toSearchDocument({ id, title, text, date, kind }: CorpusDocument): SearchDocument {
  return {
    id,
    path: `/${id}.html`,
    title,
    kind,
    kindLabel: kind,
    ...(date ? { date } : {}),
    facets: { collection: kind },
    sections: [{ field: 'body', text }],
  }
}

function* toSearchDocuments(documents: CorpusDocument[]): Generator<SearchDocument> {
  for (const document of documents) yield toSearchDocument(document)
}

export function buildFiles(documents: CorpusDocument[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const { name, bytes } of buildSearchIndex(toSearchDocuments(documents), {
    facets: ['collection'],
  }))
    files.set(name, bytes)
  return files
}

/** The middle entry gains a sentence. */
function edited(documents: CorpusDocument[]): CorpusDocument[] {
  const at = Math.floor(documents.length / 2)
  const sentence = '\n\n编辑在这里补充一句话，说明互联网企业党组织怎样开展工作。'
  return documents.map((document, i) =>
    i === at ? { ...document, text: document.text + sentence } : document,
  )
}

interface OursOptions {
  lexicon?: Lexicon
  /** Exact search alone. */
  literal?: boolean
  /** Without the vocabulary, as when it cannot be read. */
  bare?: boolean
}

/** Everything a reader is shown, in order. */
const rowsOf = ({ hits, near, mended, suggestions }: SearchResult): string[] =>
  [...hits, ...near.hits, ...(mended?.hits ?? []), ...suggestions].map(({ path }) =>
    path.slice(1, -5),
  )

/** An engine over documents of any kind, whose paths are `/id.html`, for judged queries. */
export function buildOver(
  documents: Iterable<SearchDocument>,
  { lexicon, literal, bare = false }: OursOptions,
): BuiltEngine {
  const files = new Map<string, Uint8Array>()
  for (const { name, bytes } of buildSearchIndex(documents, { lexicon }))
    if (!bare || !name.includes('vocabulary')) files.set(name, bytes)
  const sizes = new Map<string, number>()
  return {
    indexBytes: 0,
    open: () => {
      const { fetchFile, answered, ...cost } = firstVisit(files, sizes)
      const searcher = createSearcher({ fetchFile })
      // What mending adds below comes later.
      const onPartial = ({ near }: SearchResult): unknown => near.hits.length > 0 && answered()
      return {
        search: async (query, limit) =>
          rowsOf(await searcher.search(query, { limit, literal, onPartial })).slice(0, limit),
        ...cost,
      }
    },
  }
}

export const ours: Engine = {
  name: '潮头',
  async build(documents): Promise<BuiltEngine> {
    const files = buildFiles(documents)
    const chunks = await measureBundle()
    const sizes = new Map<string, number>()
    const sizeOf = (name: string): number => {
      const bytes = files.get(name) ?? new Uint8Array()
      const size = sizes.get(name) ?? Math.min(bytes.length, brotliCompressSync(bytes).length)
      sizes.set(name, size)
      return size
    }
    const open = (): Session => {
      const fetched = new Set<string>()
      const code = new Set<keyof typeof chunks>(['worker'])
      const fetchFile = async (name: string): Promise<Uint8Array> => {
        const bytes = files.get(name)
        if (!bytes) throw new Error(`missing ${name}`)
        fetched.add(name)
        if (/^search\/(pinyin|p)-/u.test(name)) code.add('mend')
        if (/^search\/pack-/u.test(name)) code.add('suggest').add('fuzzy')
        return bytes
      }
      const searcher = createSearcher({ fetchFile })
      return {
        async search(query, limit) {
          const result = await searcher.search(query, { limit })
          if (result.near.hits.length > 0 || result.hits.length < limit) code.add('relax')
          return rowsOf(result)
        },
        bytes: () =>
          [...code].reduce((sum, name) => sum + chunks[name], 0) +
          [...fetched].reduce((sum, name) => sum + sizeOf(name), 0),
      }
    }
    const indexBytes = [...files.values()].reduce((sum, { length }) => sum + length, 0)
    const editCost = (): number =>
      [...buildFiles(edited(documents))]
        .filter(([name]) => !files.has(name) || name.endsWith('manifest.json'))
        .reduce((sum, [, bytes]) => sum + gzipSync(bytes).length, 0)
    return { indexBytes, open, editCost }
  },
}
