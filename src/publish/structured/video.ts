import type { VideoObject } from 'schema-dts'
import type { EntryOf, Library } from '../../content/library.ts'
import { addressOf } from '../address.ts'
import { filmParts } from '../film-parts.ts'
import { workData } from './article.ts'

/** A film of the portal's own; undefined for a programme that is described and stands elsewhere. */
export function videoData(
  library: Library,
  video: EntryOf<'videos'>,
  image: string | undefined,
): VideoObject | undefined {
  const { file, poster, captions, duration, title, date } = video.data
  if (!file || !poster || duration === undefined) return undefined
  const at = (path: string): string => addressOf(library.site, mediaAddress(video, path))
  return {
    '@type': 'VideoObject',
    name: title,
    ...workData(library, video, image),
    contentUrl: at(file),
    thumbnailUrl: at(poster),
    uploadDate: `${date}T00:00:00+08:00`,
    duration: `PT${Math.round(duration)}S`,
    encodingFormat: 'video/mp4',
    ...filmParts(library, video, (path) => addressOf(library.site, path)),
    ...(captions
      ? {
          caption: {
            '@type': 'MediaObject',
            contentUrl: at(captions),
            encodingFormat: 'text/vtt',
            inLanguage: 'zh-CN',
          },
        }
      : {}),
  }
}

/** Where a media file named in front matter is published: beside the entry, or below `/media/`. */
function mediaAddress({ file }: EntryOf<'videos'>, path: string): string {
  if (path.startsWith('/')) return path
  return `${file.replace(/^content/, '').replace(/[^/]+$/, '')}${path.replace(/^\.\//, '')}`
}
