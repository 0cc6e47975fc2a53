import { usedMedia } from '../reading/used-media.ts'
import { libraryRule } from '../engine/rule.ts'

export const mediaIsUsed = libraryRule({
  id: 'media-is-used',
  summary: '每个图片、视频和字幕文件都有条目用到。',
  severity: 'warning',
  *check({ library, share }) {
    if (library.media.size + library.captions.size === 0) return
    const used = share(usedMedia)
    // A file that could not be read may well use some.
    if (library.rejected.some((file) => file.endsWith('.md'))) return
    for (const file of [...library.media.keys(), ...library.captions.keys()].sort())
      if (!used.has(file))
        yield {
          file,
          message: '没有条目用到这个文件，它却会随网站发布。',
          hint: `在条目里用上它（/${file.replace(/^content\//, '')}），或删去文件。`,
        }
  },
})
