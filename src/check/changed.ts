import { addressOf } from '../content/address.ts'
import { decodeText, readPortal } from '../content/files.ts'
import type { MediaFile, PortalFiles, TextFile } from '../content/files.ts'
import { wordsIn } from '../content/plain-words.ts'
import type { Issue } from '../model/issue.ts'
import type { Checker, CheckScope, CheckedPortal } from './check.ts'
import { changesSince } from './git.ts'
import type { Change } from './git.ts'
import type { InvocationFault } from './options.ts'

interface ChangedOptions {
  root: string
  base: string
  scope: CheckScope
  checker: Checker
}

/**
 * Check what a change touches. Of touched files every issue is reported; of other files, those that
 * were not there at the base: what the change breaks elsewhere. Only files that name a touched one, or
 * that a touched one names, are looked into for that; rules about the whole portal see all of it.
 */
export async function checkChanged(
  options: ChangedOptions,
): Promise<CheckedPortal | InvocationFault> {
  const { root, base, scope, checker } = options
  const changes = changesSince(root, base)
  if ('fault' in changes) return changes
  const files = readPortal(root)
  const library = await checker.read(files)
  if (changes.length === 0) return { files, library, issues: [] }
  const touched = new Set(changes.map(({ path }) => path))
  const affected = affectedFiles(files, changes)
  const covers = (file: string) => touched.has(file) || affected.has(file)
  const now = await checker.issues(library, { ...scope, covers })
  const elsewhere = now.filter(({ file }) => !touched.has(file))
  const before = { ...scope, covers }
  const old =
    elsewhere.length > 0 ? await checkAll(checker, filesBefore(files, changes), before) : []
  const known = new Set(old.map(identity))
  const issues = now.filter((issue) => touched.has(issue.file) || !known.has(identity(issue)))
  return { files, library, issues }
}

async function checkAll(checker: Checker, files: PortalFiles, scope: CheckScope): Promise<Issue[]> {
  return checker.issues(await checker.read(files), scope)
}

function identity({ file, line, column, rule, severity, message }: Issue): string {
  return JSON.stringify([file, line, column, rule, severity, message])
}

/** The portal's files with every change undone. */
function filesBefore(files: PortalFiles, changes: readonly Change[]): PortalFiles {
  const touched = new Set(changes.map(({ path }) => path))
  const kept = <File extends { path: string }>(list: readonly File[]) =>
    list.filter(({ path }) => !touched.has(path))
  const texts = changes.flatMap(({ path, before }): TextFile | [] => {
    const text = before && decodeText(before)
    return text === undefined ? [] : { path, text }
  })
  const media = changes.flatMap(({ path, before: head }): MediaFile | [] =>
    head ? { path, absolute: `${files.root}/${path}`, bytes: head.length, head } : [],
  )
  const ending = (pattern: RegExp) => texts.filter(({ path }) => pattern.test(path))
  return {
    ...files,
    site: touched.has('site.yaml') ? ending(/^site\.yaml$/)[0] : files.site,
    entries: [...kept(files.entries), ...ending(/^content\/.*\.md$/)],
    seeds: [...kept(files.seeds), ...ending(/^seeds\/.*\.yaml$/)],
    captions: [...kept(files.captions), ...ending(/^content\/.*\.vtt$/)],
    storyboards: [...kept(files.storyboards ?? []), ...ending(/^films\/.*\.yaml$/)],
    collected: [...kept(files.collected ?? []), ...ending(/^collected\/.*\.json$/)],
    media: [
      ...kept(files.media),
      ...media.filter(({ path }) => /\.(?!md$|vtt$|yaml$|json$)\w+$/.test(path)),
    ],
    issues: files.issues.filter(({ file }) => !touched.has(file)),
  }
}

/**
 * Files that name a touched one, now or before, or that it names: by whole words. `plainOf` gives the
 * words of a file where they are known without reading it.
 */
export function affectedFiles(
  files: PortalFiles,
  changes: readonly Change[],
  plainOf: (file: TextFile) => string = ({ text }) => text,
): Set<string> {
  const all = [...files.entries, ...files.seeds, ...(files.storyboards ?? [])]
  if (changes.some(({ path }) => path === 'site.yaml')) return new Set(all.map(({ path }) => path))
  const touched = new Set(changes.map(({ path }) => path))
  const texts = all.filter(({ path }) => touched.has(path)).map(({ text }) => text)
  const before = changes.flatMap(({ before }) => (before ? (decodeText(before) ?? []) : []))
  const written = new Set(wordsIn([...texts, ...before].join('\n')))
  const names = changes.map(({ path }) => nameOf(path))
  const wanted = new Set([...names, ...namesOfFacts([...texts, ...before])])
  const mentions = (file: TextFile) => hasWord(plainOf(file), wanted)
  // Only sources define facts; entries are many and long.
  const mentioned = (file: TextFile) =>
    written.has(nameOf(file.path)) ||
    (!file.path.endsWith('.md') &&
      wordsIn(plainOf(file)).some((word) => isFact.test(word) && written.has(word)))
  return new Set(all.filter((file) => mentions(file) || mentioned(file)).map(({ path }) => path))
}

const isFact = /^[a-z0-9]+-f\d+$/
/** So few words are found faster one by one. */
const fewWords = 8

/** Whether a text has one of these words, as a whole. */
function hasWord(text: string, words: ReadonlySet<string>): boolean {
  const isLikely = words.size > fewWords || [...words].some((word) => text.includes(word))
  return isLikely && wordsIn(text).some((word) => words.has(word))
}

/** The word by which others refer to a file: a course by its folder, everything else by its stem. */
function nameOf(path: string): string {
  const course = path.endsWith('/index.md') ? addressOf(path) : undefined
  const name = course?.slug ?? path.slice(path.lastIndexOf('/') + 1)
  return name.replace(/\.\w+$/, '')
}

/** Ids of the facts that a source defines. */
function namesOfFacts(texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    Array.from(text.matchAll(/\bid: *["']?([a-z0-9]+-f\d+)/g), ([, id = '']) => id),
  )
}
