import { hash } from 'node:crypto'
import type { Issue } from '../model/issue.ts'
import { addressOf } from './address.ts'
import type { PortalFiles, TextFile } from './files.ts'
import { readFrontMatter } from './front-matter.ts'
import { lazyBody, outlineOf } from './lazy-body.ts'
import type { BodyOutline } from './lazy-body.ts'
import { LateText } from './late-text.ts'
import type { Entry, SourceRecord } from './library.ts'
import { plainWords } from './plain-words.ts'
import { newMemory } from './memory.ts'
import type { Memory, Read } from './memory.ts'
import { lineStart } from './positions.ts'
import { readEntry } from './read-entry.ts'
import { readSource } from './read-source.ts'
import { surfaceOf } from './surface.ts'
import { parseYaml } from './yaml.ts'
import type { YamlDocument } from './yaml.ts'

/**
 * What reading made of a file, as plain data that can be stored and sent between threads: reading it
 * back costs a hundredth of parsing the file. Without `data` the file is left out, and `issues` say why.
 */
export interface Digest {
  /** SHA-256 of the text it was made from, in hexadecimal. */
  of: string
  /** Words by which it may name other files and facts. */
  words: string
  issues: readonly Issue[]
  data?: unknown
  bodyLine?: number
  outline?: BodyOutline
  /** Name of what other pages may show of it. */
  surface?: string
}

/** Digests by path. */
export type Digests = Map<string, Digest>

/** SHA-256 of a text in hexadecimal. */
export function hashOf(file: TextFile): string {
  return file.sha256 ?? hash('sha256', file.text)
}

/** How much of a file is read: everything, or the front matter alone, which leaves the body for later. */
export type DigestDepth = 'whole' | 'front matter'

/** Files whose digest is missing, was made from another text, or is not deep enough. */
export function undigested(
  files: PortalFiles,
  digests: Digests,
  depth: DigestDepth = 'whole',
): TextFile[] {
  return [...files.entries, ...files.seeds].filter((file) => {
    const known = digests.get(file.path)
    if (known?.of !== hashOf(file)) return true
    return depth === 'whole' && known.bodyLine !== undefined && !known.outline
  })
}

export function digestFile(file: TextFile, depth: DigestDepth = 'whole'): Digest {
  const of = hashOf(file)
  const words = plainWords(file.text)
  if (file.path.startsWith('seeds/')) {
    const { value, issues } = readSource(file)
    return value ? { of, words, issues, data: value.data } : { of, words, issues }
  }
  const { value, issues } = readEntry(file)
  if (!value) return { of, words, issues }
  const { data, bodyLine, body } = value
  const digest = { of, words, issues, data, bodyLine }
  return depth === 'whole'
    ? { ...digest, outline: outlineOf(body), surface: surfaceOf(value) }
    : digest
}

/** Add what the bodies of entries refer to, where they have been parsed for something else meanwhile. */
export function completeDigests(digests: Digests, entries: readonly Entry[]): void {
  for (const entry of entries) {
    const digest = digests.get(entry.file)
    if (!digest || digest.outline) continue
    digests.set(entry.file, {
      ...digest,
      outline: outlineOf(entry.body),
      surface: surfaceOf(entry),
    })
  }
}

/** A memory from which a library is built without parsing. */
export function memoryOf(files: PortalFiles, digests: Digests): Memory {
  const memory = newMemory()
  for (const file of files.entries) {
    const digest = digests.get(file.path)
    if (digest) memory.entries.set(file.path, entryFrom(file, digest))
  }
  for (const file of files.seeds) {
    const digest = digests.get(file.path)
    if (digest) memory.sources.set(file.path, sourceFrom(file, digest))
  }
  return memory
}

function entryFrom(file: TextFile, { issues, data, bodyLine = 1, outline }: Digest): Read<Entry> {
  const address = addressOf(file.path)
  // Of a faulty file, of which there are few, nothing is kept but its issues.
  if (data === undefined || !address) return readEntry(file)
  const body = lazyBody(() => textFrom(file.text, bodyLine), bodyLine, outline)
  const locate = lazily(() => readFrontMatter(file).document)
  const release = () => {
    body.release()
    if (file instanceof LateText) file.release()
  }
  const entry: object = {
    ...address,
    file: file.path,
    data,
    body,
    bodyLine,
    get text() {
      return file.text
    },
    locate,
    release,
  }
  // `digestFile` made the data from an entry of this very path.
  return { file, value: entry as Entry, issues }
}

function sourceFrom(file: TextFile, { issues, data }: Digest): Read<SourceRecord> {
  if (data === undefined) return { file, issues }
  const locate = lazily(() => parseYaml(file.text, { file: file.path, firstLine: 1 }).document)
  const source: object = {
    file: file.path,
    data,
    get text() {
      return file.text
    },
    locate,
  }
  // `digestFile` made the data from a source.
  return { file, value: source as SourceRecord, issues }
}

/** Where fields stand is asked of the few files with issues: only they are parsed again. */
function lazily(read: () => YamlDocument | undefined): YamlDocument['locate'] {
  let document: YamlDocument | undefined
  return (...asked) => {
    document ??= read()
    return document?.locate(...asked) ?? { line: 1, column: 1 }
  }
}

/** The text from a line on, 1-based. */
export function textFrom(text: string, line: number): string {
  return text.slice(lineStart(text, line))
}
