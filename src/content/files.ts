import { hash } from 'node:crypto'
import {
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  closeSync,
  existsSync,
  type Stats,
} from 'node:fs'
import { join } from 'node:path'
import type { Issue } from '../model/issue.ts'
import { LateText } from './late-text.ts'
import type { TextPlace } from './late-text.ts'
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
  issues: Issue[]
}

const headBytes = 64 * 1024

/**
 * Read `content/`, `seeds/`, `films/` and `site.yaml` below a root: the one place that touches the disk.
 * Links, odd names, oversized and undecodable files become issues and are left out. With `known`,
 * entries and seeds are read when their text is asked for.
 */
export function readPortal(root: string, known?: KnownTexts): PortalFiles {
  const files: PortalFiles = { root, entries: [], seeds: [], media: [], captions: [], issues: [] }
  const path = 'site.yaml'
  const absolute = join(root, path)
  if (existsSync(absolute)) files.site = readText(files, { path, stat: lstatSync(absolute) })
  for (const found of walk(files, 'content')) readContentFile(files, found, known)
  for (const found of walk(files, 'seeds')) {
    const { path } = found
    if (!path.endsWith('.yaml'))
      files.issues.push(misplaced(path, 'seeds/ 里只放 .yaml 来源文件。'))
    else push(files.seeds, readText(files, found, known))
  }
  for (const found of walk(files, 'films')) {
    const { path } = found
    if (!path.endsWith('.yaml')) files.issues.push(misplaced(path, 'films/ 里只放 .yaml 分镜。'))
    else push((files.storyboards ??= []), readText(files, found))
  }
  return files
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
  else if (extension === '.vtt') push(files.captions, readText(files, found))
  else if (extension in mediaKinds) push(files.media, readMedia(files, path))
  else
    files.issues.push(
      misplaced(
        path,
        `content/ 里只放 Markdown、字幕和这些媒体：${Object.keys(mediaKinds).join('、')}。`,
      ),
    )
}

function* walk(files: PortalFiles, folder: string): Generator<Found> {
  const absolute = join(files.root, folder)
  if (!existsSync(absolute)) return
  if (lstatSync(absolute).isSymbolicLink()) return void files.issues.push(linked(folder))
  const names = readdirSync(absolute).sort()
  const seen = new Map<string, string>()
  for (const name of names) {
    const path = `${folder}/${name}`
    const stat = lstatSync(join(files.root, path))
    const issue = stat.isSymbolicLink() ? linked(path) : nameIssue(path, name, seen)
    if (issue) files.issues.push(issue)
    else if (stat.isDirectory()) yield* walk(files, path)
    else if (stat.isFile()) yield { path, stat }
    else files.issues.push(misplaced(path, '这不是普通文件，请删除。'))
  }
}

function readText(
  files: PortalFiles,
  { path, stat }: Found,
  known?: KnownTexts,
): TextFile | undefined {
  const absolute = join(files.root, path)
  if (stat.isSymbolicLink()) return void files.issues.push(linked(path))
  if (stat.size > sizeLimits.text)
    return void files.issues.push(oversized(path, stat.size, sizeLimits.text))
  const sha256 = known?.sha256Of(path, stat)
  if (sha256 !== undefined) return textAt({ path, absolute, sha256 })
  const bytes = readFileSync(absolute)
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

function readMedia(files: PortalFiles, path: string): MediaFile | undefined {
  const absolute = join(files.root, path)
  const bytes = lstatSync(absolute).size
  if (bytes > sizeLimits.media)
    return void files.issues.push(oversized(path, bytes, sizeLimits.media))
  return withReader({ path, absolute, bytes, head: readBytes(absolute, 0, headBytes) })
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

function linked(path: string): Issue {
  return fault(
    path,
    'file-is-not-a-link',
    '这是一个符号链接，可能把别处的文件带进站点。',
    '换成真正的文件再提交。',
  )
}

function misplaced(path: string, hint: string): Issue {
  return fault(path, 'file-belongs-here', '这个文件不该放在这里。', hint)
}

function oversized(path: string, bytes: number, limit: number): Issue {
  const size = (count: number) => `${(count / 1024 / 1024).toFixed(1)} MB`
  return fault(
    path,
    'file-within-size',
    `文件有 ${size(bytes)}，超过上限 ${size(limit)}。`,
    '拆成几篇，或压缩后再放进来。',
  )
}

function undecodable(path: string, bytes: Uint8Array): Issue {
  const lines = new TextDecoder('utf-8').decode(bytes).split('\n')
  const line = lines.findIndex((content) => content.includes('\uFFFD'))
  const column = line < 0 ? 1 : (lines[line]?.indexOf('\uFFFD') ?? 0) + 1
  return {
    ...fault(
      path,
      'file-is-utf8',
      '文件不是完整的 UTF-8 文本，从这里起有读不出的字节。',
      '用编辑器另存为 UTF-8 编码。',
    ),
    line: Math.max(line, 0) + 1,
    column,
  }
}

function fault(file: string, rule: string, message: string, hint: string): Issue {
  return { file, line: 1, column: 1, rule, severity: 'error', message, hint }
}
