import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkLibrary } from '../../src/check/check.ts'
import { readPortal } from '../../src/content/files.ts'
import type { PortalFiles, TextFile } from '../../src/content/files.ts'
import { buildLibrary } from '../../src/content/library.ts'
import type { Library } from '../../src/content/library.ts'
import { newMemory } from '../../src/content/memory.ts'
import { issuesOf } from './issues.ts'
import { copyShortEdition } from '../../tests/edition.ts'
import { Memo } from '../memo/memo.ts'
import { Pool } from '../threads/pool.ts'

const today = '2026-11-25'
const scratch = mkdtempSync(join(tmpdir(), 'issues-'))
const cache = join(scratch, 'cache')
copyShortEdition(join(scratch, 'portal'))
const edition = readPortal(join(scratch, 'portal'))
const memory = newMemory()
let ofEdition: ReturnType<typeof freshOf>
beforeAll(async () => {
  ofEdition = freshOf((await found(edition)).library)
}, 60_000)
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** What a build finds, by what the builds before it left. */
async function found(files: PortalFiles) {
  const library = buildLibrary(files, { memory })
  const pool = new Pool(1)
  pool.open(library, { files, digests: new Map() })
  const { issues, reused } = await pool.until(
    issuesOf({ files, library, digests: new Map(), pool, memo: new Memo(cache, 'test') }, today),
  )
  return { issues, reused, library }
}

const freshOf = (library: Library) => checkLibrary(library, { today })

type Change = (file: TextFile) => TextFile | []

function changed(files: PortalFiles, path: RegExp, change: Change): PortalFiles {
  let once = false
  const one = (file: TextFile) => {
    if (once || !path.test(file.path)) return file
    once = true
    return change(file)
  }
  const [entries, seeds] = [files.entries.flatMap(one), files.seeds.flatMap(one)]
  const captions = files.captions.flatMap(one)
  expect(once).toBe(true)
  return { ...files, entries, seeds, captions }
}

const replaced =
  (from: RegExp | string, to: string): Change =>
  ({ path, text }) => {
    expect(text).toMatch(from)
    return { path, text: text.replace(from, to) }
  }
const gone: Change = () => []

const changes: Record<string, [path: RegExp, change: Change]> = {
  'a sentence more': [/cases\/hangzhou\.md/, replaced(/$/, '\n这里补了一句话。\n')],
  'a paragraph with a figure of its own': [
    /cases\/hangzhou\.md/,
    replaced(/$/, '\n会员单位有9876家。\n'),
  ],
  'an organization that is gone': [/organizations\//, gone],
  'an organization without its page': [
    /organizations\//,
    replaced(/^status: \w+$/m, 'status: draft'),
  ],
  'a case that is gone': [/cases\/hangzhou\.md/, gone],
  'a fact with another figure': [/seeds\//, replaced(/figure: \d+/, 'figure: 4321')],
  'a fact with another id': [/seeds\//, replaced(/id: (\w+)-f0?1\b/, 'id: $1-f777')],
  'a source that is gone': [/seeds\//, gone],
  'a broken front matter': [/cases\//, replaced(/^title:/m, 'title')],
  'a lesson that is gone': [/training\/[^/]+\/(?!index)/, gone],
  'a topic that is gone': [/topics\//, gone],
  'a telephone number in a caption': [/\.vtt$/, replaced(/(-->.*\n)/, '$1请打13800138000。')],
  'a fault in a caption': [/\.vtt$/, replaced(/(-->.*\n)/, '$1。。')],
  'captions that are gone': [/\.vtt$/, gone],
  'a secret in a source': [/seeds\//, replaced(/^publisher: /m, 'publisher: 13800138000')],
  'a case that is withdrawn': [/cases\//, replaced(/^status: \w+$/m, 'status: withdrawn')],
}

test.for(Object.entries(changes))(
  'after %s finds what a fresh check finds',
  async ([, [path, change]]) => {
    const after = await found(changed(edition, path, change))
    expect(after.reused).toBeGreaterThan(0)
    expect(after.issues).toEqual(freshOf(after.library))
    // And back again.
    expect((await found(edition)).issues).toEqual(ofEdition)
  },
)

test('nothing changed is nothing checked again', async () => {
  await found(edition)
  const { reused } = await found(edition)
  expect(reused).toBe(edition.entries.length + edition.seeds.length)
})
