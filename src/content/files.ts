import { hash } from 'node:crypto'
import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  type Stats,
} from 'node:fs'
import { join } from 'node:path'
import { diskReason } from '../model/disk.ts'
import type { Issue } from '../model/issue.ts'
import {
  linked,
  misplaced,
  nameless,
  ofAnotherKind,
  ofNoKind,
  oversized,
  undecodable,
  unreadable,
} from './file-issues.ts'
import { isPlaceForMedia } from './address.ts'
import { LateText } from './late-text.ts'
import type { TextPlace } from './late-text.ts'
import { themeNameFault } from './theme-names.ts'
import { extensionOf, mediaKinds, nameIssue, sizeLimits } from './file-rules.ts'

/** A text file under the portal root; `path` is relative to it, with `/`. */
export interface TextFile {
  path: string
  readonly text: string
  /** SHA-256 of the text in hexadecimal, where it is known. */
  readonly sha256?: string
}

/** What is known of texts by how their files look, so that they need not be read to be told apart. */
export interface KnownTexts {
  sha256Of: (path: string, stat: Stats) => string | undefined
  note: (path: string, stat: Stats, sha256: string) => void
}

/** A media file; `head` holds its first 64 KiB, enough for type and size in pixels. */
export interface MediaFile {
  path: string
  absolute: string
  bytes: number
  head: Uint8Array
  /** Reads bytes anywhere in it; fewer than asked at its end. Without it only the head is known. */
  read?: (offset: number, length: number) => Uint8Array
}

/** Everything a portal is made from, in a stable order. */
export interface PortalFiles {
  root: string
  site?: TextFile
  entries: TextFile[]
  seeds: TextFile[]
  media: MediaFile[]
  captions: TextFile[]
  /** Storyboards of the portal's own films, `films/*.yaml`. */
  storyboards?: TextFile[]
  /** What other portals lent, `collected/<portal>/…json`. */
  collected?: TextFile[]
  issues: Issue[]
}

const recordings = new Set(['.m4a', '.wav', '.flac'])
const filmRecords = 'films/made/'
const headBytes = 64 * 1024

/**
 * Read `content/`, `seeds/`, `films/`, `collected/` and `site.yaml` below a root: the one place that touches the disk.
 * Links, odd names, oversized and undecodable files, and whatever the disk refuses, become issues and are
 * left out; nothing else is. With `known`,
 * entries, seeds and what was collected are read when their text is asked for.
 */
export function readPortal(root: string, known?: KnownTexts): PortalFiles {
  const files: PortalFiles = { root, entries: [], seeds: [], media: [], captions: [], issues: [] }
  if (!find(files, '.')?.stat.isDirectory()) files.issues.push(ofAnotherKind(root, '文件夹'))
  const site = find(files, 'site.yaml')
  if (site) files.site = readText(files, site)
  for (const found of walk(files, 'content')) readContentFile(files, found, known)
  for (const found of walk(files, 'seeds')) {
    const { path } = found
    if (!path.endsWith('.yaml'))
      files.issues.push(misplaced(path, 'seeds/ 里只放 .yaml 来源文件。'))
    else push(files.seeds, readText(files, found, known))
  }
  for (const found of walk(files, 'films')) {
    const { path } = found
    // Recordings are mixed into films, records say what films were made of: the portal shows neither.
    if (recordings.has(extensionOf(path)) || path.startsWith(filmRecords)) continue
    if (!path.endsWith('.yaml'))
      files.issues.push(misplaced(path, 'films/ 里只放 .yaml 分镜和旁白的录音。'))
    else push((files.storyboards ??= []), readText(files, found))
  }
  readCollectedInto(files, known)
  noteThemeNames(files)
  return files
}

/** The portal's own components are code: only their names are looked at here. */
function noteThemeNames(files: PortalFiles): void {
  const names = find(files, 'theme')?.stat.isDirectory() ? namesIn(files, 'theme') : []
  for (const name of names) {
    const fault = themeNameFault(name)
    if (fault) files.issues.push(misplaced(`theme/${name}`, fault))
  }
}

/** The settings and what was collected alone, for the command that collects. */
export function readCollecting(root: string): PortalFiles {
  const files: PortalFiles = { root, entries: [], seeds: [], media: [], captions: [], issues: [] }
  const site = find(files, 'site.yaml')
  if (site) files.site = readText(files, site)
  readCollectedInto(files)
  return files
}

function readCollectedInto(files: PortalFiles, known?: KnownTexts): void {
  for (const found of walk(files, 'collected')) {
    const { path } = found
    if (!path.endsWith('.json'))
      files.issues.push(misplaced(path, 'collected/ 里只放汇集来的 .json 文件。'))
    else push((files.collected ??= []), readText(files, found, known, sizeLimits.collected))
  }
}

/** A file that was found below the root. */
interface Found {
  path: string
  stat: Stats
}

function readContentFile(files: PortalFiles, found: Found, known?: KnownTexts): void {
  const { path } = found
  const extension = extensionOf(path)
  if (extension === '.md') push(files.entries, readText(files, found, known))
  else if ((extension === '.vtt' || extension in mediaKinds) && !isPlaceForMedia(path))
    files.issues.push(misplaced(path, '放到 content/media/ 里，或放在用它的条目旁边。'))
  else if (extension === '.vtt') push(files.captions, readText(files, found))
  else if (extension in mediaKinds) push(files.media, readMedia(files, found))
  else files.issues.push(ofNoKind(path, Object.keys(mediaKinds)))
}

/** Ask the disk; what it refuses becomes an issue about that path. */
function attempt<T>(files: PortalFiles, path: string, ask: () => T): T | undefined {
  try {
    return ask()
  } catch (error) {
    const reason = diskReason(error)
    if (reason === undefined) throw error
    return void files.issues.push(unreadable(path, reason))
  }
}

/** What stands at a path; undefined when nothing does, or the disk does not say. */
function find(files: PortalFiles, path: string): Found | undefined {
  const absolute = join(files.root, path)
  const stat = attempt(files, path, () => lstatSync(absolute, { throwIfNoEntry: false }))
  return stat && { path, stat }
}

function* walk(files: PortalFiles, folder: string): Generator<Found> {
  const found = find(files, folder)
  if (!found) return
  if (found.stat.isSymbolicLink()) return void files.issues.push(linked(folder))
  if (!found.stat.isDirectory()) return void files.issues.push(ofAnotherKind(folder, '文件夹'))
  const seen = new Map<string, string>()
  for (const name of namesIn(files, folder)) {
    const path = `${folder}/${name}`
    const inside = find(files, path)
    if (!inside) continue
    const { stat } = inside
    const issue = stat.isSymbolicLink() ? linked(path) : nameIssue(path, name, seen)
    if (issue) files.issues.push(issue)
    else if (stat.isDirectory()) yield* walk(files, path)
    else if (stat.isFile()) yield inside
    else files.issues.push(ofAnotherKind(path, '文件'))
  }
}

/** Names in a folder, sorted; those that are no UTF-8 become issues. */
function namesIn(files: PortalFiles, folder: string): string[] {
  const absolute = join(files.root, folder)
  const names = attempt(files, folder, () => readdirSync(absolute, { encoding: 'buffer' })) ?? []
  return names
    .flatMap((bytes) => {
      const name = decodeName(bytes)
      if (name === undefined) files.issues.push(nameless(folder, bytes))
      return name ?? []
    })
    .sort()
}

/** A name as it is, breaks and marks and all; undefined when it is no UTF-8. */
function decodeName(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function readText(
  files: PortalFiles,
  found: Found,
  known?: KnownTexts,
  limit = sizeLimits.text,
): TextFile | undefined {
  const { path, stat } = found
  const absolute = join(files.root, path)
  if (stat.isSymbolicLink()) return void files.issues.push(linked(path))
  if (!stat.isFile()) return void files.issues.push(ofAnotherKind(path, '文件'))
  if (stat.size > limit) return void files.issues.push(oversized(path, stat.size, limit))
  const sha256 = known?.sha256Of(path, stat)
  if (sha256 !== undefined) return textAt({ path, absolute, sha256 })
  const bytes = attempt(files, path, () => readFileSync(absolute))
  if (!bytes) return undefined
  const text = decodeText(bytes)
  if (text === undefined) return void files.issues.push(undecodable(path, bytes))
  if (!known) return { path, text }
  const place = { path, absolute, sha256: hash('sha256', text) }
  known.note(path, stat, place.sha256)
  return textAt(place)
}

/** A text that is read from the disk when it is asked for. */
export function textAt(place: TextPlace): LateText {
  return new LateText(place, () => {
    try {
      return decodeText(readFileSync(place.absolute))
    } catch {
      return undefined
    }
  })
}

/** Bytes as text, every line break a line feed; undefined when they are not whole UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  } catch {
    return undefined
  }
}

function readMedia(files: PortalFiles, { path, stat }: Found): MediaFile | undefined {
  const absolute = join(files.root, path)
  const bytes = stat.size
  if (bytes > sizeLimits.media)
    return void files.issues.push(oversized(path, bytes, sizeLimits.media))
  const head = attempt(files, path, () => readBytes(absolute, 0, headBytes))
  return head && withReader({ path, absolute, bytes, head })
}

/** A media file that came as plain data from another thread, made to read from the disk again. */
export function withReader(file: Omit<MediaFile, 'read'>): MediaFile {
  return { ...file, read: (offset, length) => readBytes(file.absolute, offset, length) }
}

function readBytes(absolute: string, offset: number, length: number): Uint8Array {
  const size = lstatSync(absolute).size
  const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
  const handle = openSync(absolute, 'r')
  try {
    readSync(handle, bytes, 0, bytes.length, offset)
  } finally {
    closeSync(handle)
  }
  return bytes
}

function push<T>(list: T[], item: T | undefined): void {
  if (item !== undefined) list.push(item)
}
