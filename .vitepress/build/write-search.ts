import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { Library } from '../../src/content/library.ts'
import { KeptFolder } from './kept-folder.ts'
import type { Step } from './step.ts'

/** The search index, made anew when a text in it could have changed. */
export const writeSearch: Step = {
  name: '建立检索',
  async run({ library, output, cache, program, pool }) {
    const kept = new KeptFolder(join(cache, 'search'), program)
    const key = hash('sha256', JSON.stringify([program, library.site, ...textsOf(library)]))
    const reused = kept.place(key, output)
    if (reused !== undefined) return { count: reused, unit: '个文件', reused }
    kept.note(key, await pool.run('search', { folder: kept.files, known: kept.known() }))
    return { count: kept.place(key, output) ?? 0, unit: '个文件' }
  },
}

function* textsOf({ entries, sources, captions }: Library): Generator<string> {
  for (const { file, text } of entries) yield file + hash('sha1', text)
  for (const { file, text } of sources.values()) yield file + hash('sha1', text)
  for (const { path, text } of captions.values()) yield path + hash('sha1', text)
}
