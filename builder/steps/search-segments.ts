import { hash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { checksum } from '../../src/formats/checksum.ts'
import type { Segment } from '../../src/search/build.ts'
import type { Searchable } from '../../src/corpus/searchable.ts'
import { Memo } from '../memo/memo.ts'

/** Documents of a segment, about. */
const segmentSize = 128

/** A document by its id, and the name of what it is made of. */
type Named = Pick<Searchable, 'id' | 'of'>

/** Documents that are kept together in a file, whose name tells what it is made of. */
export interface SegmentFile {
  file: string
  documents: Named[]
  /** Segments in its place that held other documents, or other versions of them. */
  older: string[]
}

/**
 * Where the documents of a portal are kept as the search index needs them. A document stays in its
 * segment as long as there are about as many, so that an edit is read without the others.
 */
export function segmentFiles(
  folder: string,
  version: string,
  documents: readonly Named[],
): SegmentFile[] {
  mkdirSync(folder, { recursive: true })
  const count = 2 ** Math.max(0, Math.round(Math.log2(documents.length / segmentSize)))
  const members = Array.from({ length: count }, (): Named[] => [])
  for (const { id, of } of documents)
    members[Number.parseInt(checksum(id), 16) & (count - 1)]?.push({ id, of })
  const names = members.map((documents, index) => {
    const made = hash('sha1', JSON.stringify([version, documents]), 'base64url')
    return `${count}.${index}.${made}`
  })
  const older = names.map((): string[] => [])
  for (const name of readdirSync(folder)) {
    const [kept, index] = name.split('.')
    if (Number(kept) === count && name !== names[Number(index)]) older[Number(index)]?.push(name)
  }
  const pathOf = (name: string): string => join(folder, name)
  return members.map((documents, index) => ({
    file: pathOf(names[index] ?? ''),
    documents,
    older: (older[index] ?? []).map(pathOf),
  }))
}

/** Removes every segment but these. */
export function keepOnly(folder: string, files: readonly SegmentFile[]): void {
  const current = new Set(files.map(({ file }) => basename(file)))
  for (const name of readdirSync(folder))
    if (!current.has(name)) rmSync(join(folder, name), { force: true })
}

export function writeSegment(file: string, segment: Segment): void {
  memoOf(file).keep(basename(file), segment)
}

/** Undefined when it is not as it was written. */
export function readSegment(file: string): Segment | undefined {
  return memoOf(file).recall<Segment>(basename(file))
}

/** A segment's name tells the program and all it is made of, so it seals it. */
function memoOf(file: string): Memo {
  return new Memo(dirname(file), basename(file))
}
