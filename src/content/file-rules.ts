import { isDeviceName } from '../model/fields.ts'
import type { Issue } from '../model/issue.ts'

/** Media by extension, and how each type's bytes begin. Source: https://www.iana.org/assignments/media-types */
export const mediaKinds: Record<string, { type: string; matches: (head: Uint8Array) => boolean }> =
  {
    '.jpg': { type: 'image/jpeg', matches: (head) => starts(head, 0, [0xff, 0xd8, 0xff]) },
    '.jpeg': { type: 'image/jpeg', matches: (head) => starts(head, 0, [0xff, 0xd8, 0xff]) },
    '.png': {
      type: 'image/png',
      matches: (head) => starts(head, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    },
    '.webp': {
      type: 'image/webp',
      matches: (head) => ascii(head, 0, 'RIFF') && ascii(head, 8, 'WEBP'),
    },
    '.avif': { type: 'image/avif', matches: (head) => ascii(head, 4, 'ftypavi') },
    '.pdf': { type: 'application/pdf', matches: (head) => ascii(head, 0, '%PDF-') },
    '.docx': {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      matches: (head) => isOffice(head, 'word/'),
    },
    '.pptx': {
      type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      matches: (head) => isOffice(head, 'ppt/'),
    },
    '.m4a': {
      type: 'audio/mp4',
      matches: (head) => ascii(head, 4, 'ftyp') && !ascii(head, 8, 'avi'),
    },
    '.mp4': {
      type: 'video/mp4',
      matches: (head) => ascii(head, 4, 'ftyp') && !ascii(head, 8, 'avi'),
    },
  }

/** Bytes a file may have. */
export const sizeLimits = {
  text: 2 * 1024 * 1024,
  media: 64 * 1024 * 1024,
  /** All facts of another portal stand in one file. */
  collected: 64 * 1024 * 1024,
}

/** Lower-cased ending of a path with its dot, or an empty string. */
export function extensionOf(path: string): string {
  return /\.[^./]+$/.exec(path)?.[0] ?? ''
}

/** What systems and programs leave behind by themselves, and whose it is. */
const leftovers: [RegExp, string][] = [
  [/^(\.DS_Store|\._.*|__MACOSX|\.localized)$/, '苹果电脑自己留下的'],
  [/^(Thumbs\.db|ehthumbs\.db|desktop\.ini)$/i, ' Windows 自己留下的'],
  [/^(~\$.*|\.~.*)$/, ' Word 或 WPS 打开文件时留下的记号'],
]

/**
 * The issue a file or folder name raises, if any. `seen` collects the names of one folder, to catch
 * names that differ only in case or in Unicode form and would meet on some hosts.
 */
export function nameIssue(
  path: string,
  name: string,
  seen: Map<string, string>,
): Issue | undefined {
  const key = name.normalize('NFC').toLowerCase()
  const twin = seen.get(key)
  seen.set(key, name)
  if (twin !== undefined)
    return named(
      path,
      `和同一文件夹里的“${printableName(twin)}”只差大小写或编码形式，有的主机会把它们当成一个文件。`,
    )
  const leftover = leftovers.find(([pattern]) => pattern.test(name))
  if (leftover)
    return {
      ...named(path, `这是${leftover[1]}，不是内容，不会发布。`),
      severity: 'warning',
      hint: '可以放心删去。',
    }
  if (name.startsWith('.')) return named(path, '隐藏文件不会发布，也不该提交。')
  if (isDeviceName(name))
    return named(
      path,
      `名字“${printableName(name)}”是 Windows 留给设备用的，别人的电脑上存不下这个文件。`,
    )
  if (!/^[a-z0-9-]+(\.[a-z0-9]+)?$/.test(name))
    return named(path, `名字“${printableName(name)}”里有不能用的字符。`)
  return undefined
}

function named(file: string, message: string): Issue {
  return {
    file: printableName(file),
    line: 1,
    column: 1,
    rule: 'file-name-is-plain',
    severity: 'error',
    message,
    hint: '改名：只用小写字母、数字和连字符，例如 hangzhou-smart-database.md。',
  }
}

/** A name with control characters made visible, so that a report stays one line. */
export function printableName(name: string): string {
  return name.replace(/[\p{C}\p{Z}]/gu, (character) =>
    character === ' ' ? ' ' : `\\u${character.codePointAt(0)?.toString(16).padStart(4, '0')}`,
  )
}

function starts(head: Uint8Array, offset: number, bytes: number[]): boolean {
  return bytes.every((byte, index) => head[offset + index] === byte)
}

/** An Office document is a zip that names its parts at its beginning. Source: ECMA-376, part 2. */
function isOffice(head: Uint8Array, folder: string): boolean {
  if (!starts(head, 0, [0x50, 0x4b, 0x03, 0x04])) return false
  const names = new TextDecoder('latin1').decode(head)
  return names.includes('[Content_Types].xml') || names.includes(folder)
}

function ascii(head: Uint8Array, offset: number, text: string): boolean {
  return starts(
    head,
    offset,
    Array.from(text, (character) => character.charCodeAt(0)),
  )
}
