import { libraryRule } from '../engine/rule.ts'
import { tracks } from '../reading/caption-tracks.ts'

export const chaptersAreTitled = libraryRule({
  id: 'chapters-are-titled',
  summary: '章节文件里至少有一章，每一章都有标题。',
  severity: 'error',
  silenceable: false,
  *check({ share }) {
    for (const { file, kind, cues, faults } of share(tracks)) {
      if (kind !== 'chapters') continue
      if (cues.length === 0 && faults.length === 0)
        yield {
          file,
          message: '章节文件里一章也没有。',
          hint: '写上各章的时间和标题；不分章的，删去 chapters 这一项。',
        }
      for (const { lines, position } of cues)
        if (lines.every(({ text }) => text === ''))
          yield {
            file,
            at: { position },
            message: '这一章没有标题。',
            hint: '在时间下面一行写标题，例如“联系点怎么建”。',
          }
    }
  },
})
