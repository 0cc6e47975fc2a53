import { hash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from '../../src/content/digest.ts'
import type { LastIndex } from '../../src/search/build/changes.ts'
import { searchables } from '../../src/search/documents.ts'
import type { MadeIndex } from './index-maker.ts'
import { KeptFolder } from './kept-folder.ts'
import { keepOnly, segmentFiles } from './search-segments.ts'
import type { Named } from './search-segments.ts'
import type { Build, Step } from './step.ts'

/** So few documents are read faster here than a thread is started. */
const few = 200

/** The search index: what documents became is kept, and only what changed since is made anew. */
export const writeSearch: Step = {
  name: '建立检索',
  async run(build) {
    const { output, cache, program } = build
    const kept = new KeptFolder<LastIndex>(join(cache, 'search'), program)
    const documents = namedDocuments(build)
    const key = hash('sha256', JSON.stringify(documents))
    const reused = kept.place(key, output)
    if (reused !== undefined) return { count: reused, unit: '个文件', reused }
    const { files, last } = await makeIndex(build, documents, kept)
    kept.note(key, files, last)
    return { count: kept.place(key, output) ?? 0, unit: '个文件' }
  },
}

function namedDocuments({ library, digests }: Build): Named[] {
  const nameOf = (path: string): string => {
    const captions = library.captions.get(path)
    return captions ? hashOf(captions) : (digests.get(path)?.of ?? '')
  }
  return searchables(library, nameOf).map(({ id, of }) => ({ id, of }))
}

/** What was kept may not be as it was left: then the index is made of nothing else than the library. */
async function makeIndex(...asked: Parameters<typeof makeOfKept>): Promise<MadeIndex> {
  try {
    return await makeOfKept(...asked)
  } catch {
    rmSync(segmentsOf(asked[0]), { recursive: true, force: true })
    return makeOfKept(...asked)
  }
}

async function makeOfKept(
  build: Build,
  documents: readonly Named[],
  kept: KeptFolder<LastIndex>,
): Promise<MadeIndex> {
  const { library, pool, program } = build
  const folder = segmentsOf(build)
  const segments = segmentFiles(folder, program, documents)
  const missing = segments.filter(({ file }) => !existsSync(file))
  const { known, origin: last } = kept.sound()
  const task = { segments, folder: kept.files, known }
  let made: MadeIndex
  if (last && changes(last, documents) <= few) {
    const { IndexMaker } = await import('./index-maker.ts')
    const maker = new IndexMaker(library)
    for (const file of missing) maker.makeSegment(file)
    made = maker.writeIndex({ ...task, last })
  } else {
    await Promise.all(missing.map((file) => pool.run('segment', file)))
    made = await pool.run('search', task)
  }
  keepOnly(folder, segments)
  return made
}

function segmentsOf({ cache }: Build): string {
  return join(cache, 'segments')
}

/** How many documents are not what they were, or are new. */
function changes({ documents }: LastIndex, now: readonly Named[]): number {
  return now.filter(({ id, of }) => documents.get(id)?.of !== of).length
}
