import { imageSize } from 'image-size'
import type { Issue } from '../model/issue.ts'
import type { MediaFile } from './files.ts'
import { realKindOf } from './media-contents.ts'
import { extensionOf, mediaKinds } from './file-rules.ts'
import type { ReadBytes } from './mp4.ts'

/** A media file readers may fetch; width and height in pixels for images. */
export interface Media {
  path: string
  /** Address without base: `/media/x.jpg`, or `/cases/x.jpg` for a file beside its entry. */
  url: string
  absolute: string
  bytes: number
  type: string
  /** Reads bytes anywhere in it; fewer than asked at its end. */
  read: ReadBytes
  width?: number
  height?: number
}

/** Media by path under the root; a file whose bytes are not what its name says becomes an issue. */
export function readMedia(files: MediaFile[], issues: Issue[]): Map<string, Media> {
  const media = new Map<string, Media>()
  for (const file of files) {
    const kind = mediaKinds[extensionOf(file.path)]
    const size = kind?.type.startsWith('image/') ? pixels(file.head) : undefined
    if (!kind?.matches(file.head))
      issues.push(fault(file, 'media-is-what-it-says', realKindOf(file.head)))
    else if (kind.type.startsWith('image/') && !size)
      issues.push(
        fault(file, 'image-is-readable', {
          message: '图片坏了，读不出它的尺寸。',
          hint: '找回原图，重新导出一次。',
        }),
      )
    else
      media.set(file.path, {
        path: file.path,
        url: file.path.replace(/^content/, ''),
        absolute: file.absolute,
        bytes: file.bytes,
        type: kind.type,
        read: file.read ?? within(file.head),
        ...size,
      })
  }
  return media
}

function within(head: Uint8Array): ReadBytes {
  return (offset, length) => head.subarray(offset, offset + length)
}

function pixels(head: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height } = imageSize(head)
    return width > 0 && height > 0 ? { width, height } : undefined
  } catch {
    return undefined
  }
}

function fault(
  file: MediaFile,
  rule: string,
  { message, hint }: { message: string; hint: string },
): Issue {
  return { file: file.path, line: 1, column: 1, rule, severity: 'error', message, hint }
}
