import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { Library } from '../../src/content/library.ts'
import { KeptFolder } from './kept-folder.ts'
import type { Step } from './step.ts'

/** The search index, made anew when a text in it could have changed. */
export const writeSearch: Step = {
  name: '建立检索',
  async run({ library, folder, cache, program, pool, records }) {
    const kept = new KeptFolder(join(cache, 'search'), program)
    const key = hash('sha256', JSON.stringify([program, library.site, ...textsOf(library)]))
    let placed = kept.place(key, folder)
    const reused = placed?.length ?? 0
    if (!placed) {
      kept.note(key, await pool.run('search', { folder: kept.files, known: kept.known() }))
      placed = kept.place(key, folder) ?? []
    }
    for (const record of placed) records.set(record.path, record)
    return { count: placed.length, unit: '个文件', reused }
  },
}

function* textsOf({ entries, sources, captions }: Library): Generator<string> {
  for (const { file, text } of entries) yield file + hash('sha1', text)
  for (const { file, text } of sources.values()) yield file + hash('sha1', text)
  for (const { path, text } of captions.values()) yield path + hash('sha1', text)
}
