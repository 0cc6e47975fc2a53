/** Reads documents one after the other into pieces, grams and what the small files need. Build time. */
import { type FacetName, type SearchDocument } from '../document.ts'
import type { FoldTable } from '../fold.ts'
import { encodePiece, haystackOf, type Piece } from '../piece.ts'
import { GramIndex } from './grams.ts'
import { splitSections } from './pieces.ts'
import type { Readings } from './readings.ts'

/** What is kept of a document: its text is already bytes. */
export interface IndexedEntry {
  id: string
  path: string
  title: string
  kind: string
  kindLabel: string
  date: string
  tags: string
  pinyin: string[]
  facets: Record<FacetName, string[]>
  texts: Uint8Array[]
  /** Running number of its first piece in order of reading. */
  firstPiece: number
}

export interface Indexed {
  entries: IndexedEntry[]
  grams: GramIndex
}

function facetsOf({ facets }: SearchDocument): Record<FacetName, string[]> {
  const values = (name: FacetName): string[] => {
    const value = facets[name] ?? []
    return Array.isArray(value) ? [...new Set(value)] : [value]
  }
  return {
    collection: values('collection'),
    topics: values('topics'),
    organization: values('organization'),
    region: values('region'),
    year: values('year'),
    series: values('series'),
  }
}

function tagsOf(document: SearchDocument): string {
  const names = document.sections.filter(({ field }) => field === 'name').map(({ text }) => text)
  const { topics, organization } = document.facets
  return [...new Set([...names, ...topics, ...organization])].join(' ')
}

function addPieces(
  entry: IndexedEntry,
  document: SearchDocument,
  grams: GramIndex,
  table: FoldTable,
  readings: Readings,
): void {
  const { path, title, kind, kindLabel } = document
  splitSections(document.sections).forEach((sections, index) => {
    const head = { path, title, kind, kindLabel, date: entry.date, sections }
    const written = title + sections.map(({ text }) => text).join('')
    const traditional = Array.from(written).some((char) => table.has(char))
    const piece: Piece = { ...head, traditional }
    const haystack = haystackOf(piece, table)
    const number = entry.firstPiece + index
    if (index === 0) {
      entry.pinyin = readings.ofText(haystack.spans[0]?.folded.text ?? '')
      grams.addPinyin(entry.pinyin, number)
      if (entry.date) grams.addDate(entry.date, number)
    }
    grams.addPiece(haystack, number, index === 0)
    entry.texts.push(encodePiece(piece))
  })
}

/** Memory grows with the postings (9 bytes each) and the encoded text, not with objects. */
export function readDocuments(
  documents: Iterable<SearchDocument>,
  table: FoldTable,
  readings: Readings,
): Indexed {
  const grams = new GramIndex()
  const entries: IndexedEntry[] = []
  let firstPiece = 0
  for (const document of documents) {
    const { id, path, title, kind, kindLabel, date = '' } = document
    const facets = facetsOf(document)
    const base = { id, path, title, kind, kindLabel, date, facets, tags: tagsOf(document) }
    const entry: IndexedEntry = { ...base, pinyin: [], texts: [], firstPiece }
    addPieces(entry, document, grams, table, readings)
    entries.push(entry)
    firstPiece += entry.texts.length
  }
  return { entries, grams }
}

/** Entries by value of a facet, values in order. */
export function facetOf(
  name: FacetName,
  entries: { facets: IndexedEntry['facets']; start: number }[],
): Map<string, number[]> {
  const byValue = new Map<string, number[]>()
  for (const { facets, start } of entries)
    for (const value of facets[name]) byValue.set(value, [...(byValue.get(value) ?? []), start])
  return new Map(
    [...byValue]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, starts]) => [value, starts.sort((a, b) => a - b)]),
  )
}
