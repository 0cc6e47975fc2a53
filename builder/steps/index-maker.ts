import { hash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  SegmentWriter,
  buildIndex,
  createReadingTools,
  pieceRanges,
} from '../../src/search/build.ts'
import type { IndexState, Lexicon, SearchDocument, Segment } from '../../src/search/build.ts'
import { readSegment, writeSegment } from './search-segments.ts'
import type { SegmentFile } from './search-segments.ts'

/** An index to be made of segments. */
export interface IndexTask {
  segments: readonly SegmentFile[]
  /** Where its files are kept. */
  folder: string
  /** SHA-256 of the files that stand there already. */
  known: ReadonlyMap<string, string>
  /** What the index was made of when it had these files. */
  last?: IndexState
  /** Segments to be made first, of older ones and of these documents. */
  missing: readonly SegmentFile[]
  changed: readonly SearchDocument[]
  facets: readonly string[]
  lexicon: Lexicon
}

export interface MadeIndex {
  files: [path: string, sha256: string][]
  last: IndexState
}

/** Makes the search index: documents of a library into segments, segments into files. */
export class IndexMaker {
  private readonly tools = createReadingTools()

  /** Writes the files of the index that are not there yet. Throws when a segment is not as it was made. */
  writeIndex(task: IndexTask): MadeIndex {
    const { segments, folder, known, last, missing, changed, facets, lexicon } = task
    const { tools } = this
    const documents = new Map(changed.map((document) => [document.id, document]))
    for (const file of missing) this.makeSegment(file, (id) => documents.get(id))
    const before = last && this.changedSince(last, segments)
    const making = buildIndex(
      { count: segments.length, read: (index) => madeSegment(segments[index]) },
      { tools, previous: last, replaced: before, facets, lexicon },
    )
    const files: MadeIndex['files'] = []
    mkdirSync(join(folder, 'search'), { recursive: true })
    for (;;) {
      const { done, value } = making.next()
      if (done) return { files, last: value }
      const { name, bytes } = value
      const standing = known.get(name)
      const sha256 = bytes ? hash('sha256', bytes) : standing
      if (sha256 === undefined) throw new Error(`${name} is not where it was`)
      files.push([name, sha256])
      if (bytes && standing !== sha256) replace(join(folder, name), bytes)
    }
  }

  /** Makes a segment: of older ones what is still the same, the rest of documents as they are now. */
  makeSegment(
    { file, documents, older }: SegmentFile,
    documentOf: (id: string) => SearchDocument | undefined,
  ): void {
    const writer = new SegmentWriter(this.tools)
    const kept = new Map<string, () => void>()
    for (const segment of older.flatMap((name) => readSegment(name) ?? []))
      for (const [place, range] of pieceRanges(segment).entries()) {
        const { id, of } = segment.documents[place] ?? {}
        kept.set(`${id}\n${of}`, () => writer.copy(segment, place, range))
      }
    for (const { id, of } of documents) {
      const copy = kept.get(`${id}\n${of}`)
      const document = copy ? undefined : documentOf(id)
      if (copy) copy()
      else if (document) writer.read(of, document)
      else throw new Error(`${id} is nowhere to be read`)
    }
    writeSegment(file, writer.finish())
  }

  /** The documents of the last index that are no more, or are another now. */
  private changedSince({ documents }: IndexState, segments: readonly SegmentFile[]): Segment {
    const writer = new SegmentWriter(this.tools)
    for (const { older, documents: current } of segments) {
      const now = new Map(current.map(({ id, of }) => [id, of]))
      for (const segment of older.flatMap((name) => readSegment(name) ?? []))
        for (const [place, range] of pieceRanges(segment).entries()) {
          const { id = '', of } = segment.documents[place] ?? {}
          if (documents.get(id)?.of === of && now.get(id) !== of) writer.copy(segment, place, range)
        }
    }
    return writer.finish()
  }
}

function madeSegment(file?: SegmentFile): Segment {
  const segment = file && readSegment(file.file)
  if (!segment) throw new Error(`${file?.file} is not as it was made`)
  return segment
}

/** What stands there is linked to from an output, which stays as it is. */
function replace(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  writeFileSync(file, bytes)
}
