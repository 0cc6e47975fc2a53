import { hash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from '../../src/content/digest.ts'
import type { IndexState } from '../../src/search/build.ts'
import { facetsIn, searchables } from '../../src/corpus/documents.ts'
import { lexiconOf } from '../../src/corpus/lexicon.ts'
import type { Searchable } from '../../src/corpus/searchable.ts'
import type { IndexTask, MadeIndex } from './index-maker.ts'
import { FolderCache } from '../memo/folder-cache.ts'
import { keepOnly, segmentFiles } from './search-segments.ts'
import type { Build, Step } from './step.ts'

/** So few changed documents are handed over with the task; more are read by whoever is free. */
const few = 200

/** The search index: what documents became is kept, and only what changed since is made anew. */
export const writeSearch: Step = {
  name: '建立检索',
  async run(build) {
    const { output, cache, memo } = build
    const kept = new FolderCache<IndexState>(memo, cache, 'search')
    const searched = searchedIn(build)
    const key = hash(
      'sha256',
      JSON.stringify([lexiconOf(build.library), searched.map(({ id, of }) => [id, of])]),
    )
    const reused = kept.place(key, output)
    if (reused !== undefined) return { count: reused, unit: '个文件', reused }
    const { files, last } = await makeIndex(build, searched, kept)
    kept.note(key, files, last)
    return { count: kept.place(key, output) ?? 0, unit: '个文件' }
  },
}

function searchedIn({ library, digests }: Build): Searchable[] {
  const nameOf = (path: string): string => {
    const captions = library.captions.get(path)
    return captions ? hashOf(captions) : (digests.get(path)?.of ?? '')
  }
  return searchables(library, nameOf)
}

/** What was kept may not be as it was left: then the index is made of nothing else than the library. */
async function makeIndex(
  build: Build,
  searched: readonly Searchable[],
  kept: FolderCache<IndexState>,
): Promise<MadeIndex> {
  const { known, origin } = kept.sound()
  const task = { folder: kept.files, known }
  try {
    return await makeOfKept(build, searched, { ...task, last: origin })
  } catch {
    rmSync(segmentsOf(build), { recursive: true, force: true })
    return makeOfKept(build, searched, task)
  }
}

async function makeOfKept(
  build: Build,
  searched: readonly Searchable[],
  { folder: files, known, last: origin }: Pick<IndexTask, 'folder' | 'known' | 'last'>,
): Promise<MadeIndex> {
  const { library, pool, program } = build
  const folder = segmentsOf(build)
  const segments = segmentFiles(folder, program, searched)
  const missing = segments.filter(({ file }) => !existsSync(file))
  const changed = searched.filter(({ id, of }) => origin?.documents.get(id)?.of !== of)
  const last = changed.length <= few ? origin : undefined
  if (!last) await Promise.all(missing.map((file) => pool.run('segment', file)))
  const made = await pool.run('search', {
    segments,
    folder: files,
    known,
    last,
    missing: last ? missing : [],
    changed: last ? changed.map(({ document }) => document()) : [],
    facets: facetsIn(library),
    lexicon: lexiconOf(library),
  })
  keepOnly(folder, segments)
  return made
}

function segmentsOf({ cache }: Build): string {
  return join(cache, 'segments')
}
