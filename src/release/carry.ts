import { isImmutable } from '../publish/file-kinds.ts'
import type { FileRecord } from './manifest.ts'
import type { Carried } from './records.ts'

const media = /\.(mp4|m4a|vtt|jpe?g|png|webp|avif|pdf|docx|pptx)$/

/** Whether a page that stays open may ask for a file later: scripts and shards, films, pictures, handouts. */
function isAskedForLater(path: string): boolean {
  return isImmutable(`/${path}`) || media.test(path)
}

/**
 * Files that pages of the release before may still ask for, and that this one has not. A clock that was
 * ahead when they were noted makes none of them stay for longer.
 */
export function carry(
  before: { files: readonly FileRecord[]; carried: readonly Carried[] } | undefined,
  files: readonly FileRecord[],
  { now, keepDays }: { now: number; keepDays: number },
): Carried[] {
  const own = new Set(files.map(({ path }) => path))
  const until = now + keepDays * 24 * 60 * 60 * 1000
  const left = before?.files.filter(({ path }) => isAskedForLater(path)) ?? []
  return [
    ...left.map((file) => ({ ...file, until })),
    ...(before?.carried
      .filter((file) => file.until > now)
      .map((file) => ({ ...file, until: Math.min(file.until, until) })) ?? []),
  ].filter(({ path }) => !own.has(path))
}
