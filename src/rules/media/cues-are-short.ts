import { libraryRule } from '../engine/rule.ts'
import { readingWidth } from '../../content/captions.ts'
import { tracks } from '../reading/caption-tracks.ts'

const most = { lines: 2, width: 18 }

export const cuesAreShort = libraryRule({
  id: 'cues-are-short',
  summary: `一条字幕最多 ${most.lines} 行，每行最多 ${most.width} 个字。`,
  severity: 'warning',
  *check({ share }) {
    for (const { file, kind, cues } of share(tracks))
      for (const { lines } of kind === 'captions' ? cues : []) {
        const over = lines[most.lines]
        if (over)
          yield {
            file,
            at: { position: over.position },
            message: `这一条字幕有 ${lines.length} 行，会挡住画面。`,
            hint: `一条最多 ${most.lines} 行，其余的分到下一条。`,
          }
        for (const { text, position } of lines)
          if (readingWidth(text) > most.width)
            yield {
              file,
              at: { position },
              message: `这一行有 ${Math.ceil(readingWidth(text))} 个字，手机上放不下。`,
              hint: `在意思断开的地方换行，每行最多 ${most.width} 个字。`,
            }
      }
  },
})
