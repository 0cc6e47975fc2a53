import { resolve } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { expect, test } from 'vitest'
import { digestFile, memoryOf, undigested } from './digest.ts'
import type { Digests } from './digest.ts'
import { readPortal } from './files.ts'
import { buildLibrary } from './library.ts'
import type { Library } from './library.ts'

const files = readPortal(resolve(import.meta.dirname, '../..'))
const digests: Digests = new Map(
  undigested(files, new Map()).map((file) => [file.path, digestFile(file)]),
)
/** As they come back from the disk or another thread. */
const stored = deserialize(serialize(digests)) as Digests // what was serialized

const plain = ({ entries, sources, issues, rejected, facts }: Library) => ({
  entries: entries.map(({ body, locate, ...entry }) => ({
    ...entry,
    release: undefined,
    at: [locate(['title']), locate(['sources', 0]), locate(['nothing'])],
    headings: body.headings,
    citations: body.citations,
    tokens: body.tokens.length,
  })),
  sources: [...sources.values()].map(({ locate, ...source }) => ({
    ...source,
    at: locate(['facts', 0]),
  })),
  facts: [...facts.keys()],
  issues,
  rejected,
})

test('a library from digests is the library from files', () => {
  const parsed = buildLibrary(files)
  const revived = buildLibrary(files, { memory: memoryOf(files, stored) })
  expect(parsed.entries.length).toBeGreaterThan(100)
  expect(plain(revived)).toEqual(plain(parsed))
})

test('a file that could not be read stays unread, with its issues', () => {
  const broken = { path: 'content/cases/broken.md', text: '---\ntitle: [\n---\n' }
  const portal = { ...files, entries: [broken], seeds: [] }
  const memory = memoryOf(portal, new Map([[broken.path, digestFile(broken)]]))
  const revived = buildLibrary(portal, { memory })
  expect(revived.rejected).toEqual([broken.path])
  expect(revived.issues).toEqual(buildLibrary(portal).issues)
})

test('only files whose text or path changed are digested again', () => {
  expect(undigested(files, stored)).toEqual([])
  const [first, ...others] = files.entries
  const edited = { path: first?.path ?? '', text: `${first?.text}\n` }
  expect(undigested({ ...files, entries: [edited, ...others] }, stored)).toEqual([edited])
})
