import { lstatSync, openSync, readdirSync, readFileSync, readSync, closeSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Issue } from '../model/issue.ts'
import { extensionOf, mediaKinds, nameIssue, sizeLimits } from './file-rules.ts'

/** A text file under the portal root; `path` is relative to it, with `/`. */
export interface TextFile {
  path: string
  text: string
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
 * Links, odd names, oversized and undecodable files become issues and are left out.
 */
export function readPortal(root: string): PortalFiles {
  const files: PortalFiles = { root, entries: [], seeds: [], media: [], captions: [], issues: [] }
  if (existsSync(join(root, 'site.yaml'))) files.site = readText(files, 'site.yaml')
  for (const path of walk(files, 'content')) readContentFile(files, path)
  for (const path of walk(files, 'seeds')) {
    if (!path.endsWith('.yaml')) files.issues.push(misplaced(path, 'seeds/ 里只放 .yaml 来源文件。'))
    else push(files.seeds, readText(files, path))
  }
  for (const path of walk(files, 'films')) {
    if (!path.endsWith('.yaml')) files.issues.push(misplaced(path, 'films/ 里只放 .yaml 分镜。'))
    else push((files.storyboards ??= []), readText(files, path))
  }
  return files
}

function readContentFile(files: PortalFiles, path: string): void {
  const extension = extensionOf(path)
  if (extension === '.md') push(files.entries, readText(files, path))
  else if (extension === '.vtt') push(files.captions, readText(files, path))
  else if (extension in mediaKinds) push(files.media, readMedia(files, path))
  else
    files.issues.push(
      misplaced(path, `content/ 里只放 Markdown、字幕和这些媒体：${Object.keys(mediaKinds).join('、')}。`),
    )
}

function* walk(files: PortalFiles, folder: string): Generator<string> {
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
    else if (stat.isFile()) yield path
    else files.issues.push(misplaced(path, '这不是普通文件，请删除。'))
  }
}

function readText(files: PortalFiles, path: string): TextFile | undefined {
  const absolute = join(files.root, path)
  const stat = lstatSync(absolute)
  if (stat.isSymbolicLink()) return void files.issues.push(linked(path))
  if (stat.size > sizeLimits.text)
    return void files.issues.push(oversized(path, stat.size, sizeLimits.text))
  const bytes = readFileSync(absolute)
  const text = decodeText(bytes)
  if (text === undefined) return void files.issues.push(undecodable(path, bytes))
  return { path, text }
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
  if (bytes > sizeLimits.media) return void files.issues.push(oversized(path, bytes, sizeLimits.media))
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
  return fault(path, 'file-is-not-a-link', '这是一个符号链接，可能把别处的文件带进站点。', '换成真正的文件再提交。')
}

function misplaced(path: string, hint: string): Issue {
  return fault(path, 'file-belongs-here', '这个文件不该放在这里。', hint)
}

function oversized(path: string, bytes: number, limit: number): Issue {
  const size = (count: number) => `${(count / 1024 / 1024).toFixed(1)} MB`
  return fault(path, 'file-within-size', `文件有 ${size(bytes)}，超过上限 ${size(limit)}。`, '拆成几篇，或压缩后再放进来。')
}

function undecodable(path: string, bytes: Uint8Array): Issue {
  const lines = new TextDecoder('utf-8').decode(bytes).split('\n')
  const line = lines.findIndex((content) => content.includes('\uFFFD'))
  const column = line < 0 ? 1 : (lines[line]?.indexOf('\uFFFD') ?? 0) + 1
  return {
    ...fault(path, 'file-is-utf8', '文件不是完整的 UTF-8 文本，从这里起有读不出的字节。', '用编辑器另存为 UTF-8 编码。'),
    line: Math.max(line, 0) + 1,
    column,
  }
}

function fault(file: string, rule: string, message: string, hint: string): Issue {
  return { file, line: 1, column: 1, rule, severity: 'error', message, hint }
}
