import { mediaFile } from '../../content/address.ts'
import type { EntryOf } from '../../content/library.ts'
import { libraryRule } from '../engine/rule.ts'
import type { LibraryContext, LibraryFinding } from '../engine/rule.ts'

const megabyte = 1024 * 1024
/** Each file a film is made in, its field in the entry, and bytes it may have. */
const cuts = [
  { field: 'file', name: '横版', most: 3 * megabyte },
  { field: 'small', name: '小图像版', most: 1.2 * megabyte },
  { field: 'upright', name: '竖版', most: 3 * megabyte },
] as const

export const filmWithinSize = libraryRule({
  id: 'film-within-size',
  summary: '由分镜做的短片，横版和竖版不超过 3 MB，小图像版不超过 1.2 MB。',
  severity: 'error',
  *check({ library }) {
    for (const slug of library.storyboards.keys()) {
      const entry = library.byPath.get(`/videos/${slug}`)
      if (entry?.collection === 'videos') yield* heavyCuts(entry, library)
    }
  },
})

function* heavyCuts(
  entry: EntryOf<'videos'>,
  { media }: LibraryContext['library'],
): Generator<LibraryFinding> {
  for (const { field, name, most } of cuts) {
    const path = entry.data[field]
    const bytes = path === undefined ? 0 : (media.get(mediaFile(entry, path))?.bytes ?? 0)
    if (path === undefined || bytes <= most) continue
    yield {
      file: entry.file,
      at: { field },
      message: `短片的${name} ${path} 有 ${size(bytes)}，最多 ${size(most)}，用流量看的人等不起。`,
      hint: `在 films/${entry.slug}.yaml 删去一个镜头，或把点多的镜头写大 per（少画点），再运行 npm run films -- ${entry.slug}。`,
    }
  }
}

function size(bytes: number): string {
  return `${Number((bytes / megabyte).toFixed(2))} MB`
}
