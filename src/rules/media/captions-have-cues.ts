import { libraryRule } from '../engine/rule.ts'
import { tracks } from '../reading/caption-tracks.ts'

export const captionsHaveCues = libraryRule({
  id: 'captions-have-cues',
  summary: '字幕文件里有字幕，每一条都有文字。',
  severity: 'error',
  silenceable: false,
  *check({ share }) {
    for (const { file, kind, cues, faults } of share(tracks)) {
      if (kind !== 'captions') continue
      if (cues.length === 0 && faults.length === 0)
        yield {
          file,
          message: '字幕文件里一条字幕也没有。',
          hint: '写上字幕；没有人说话的视频也写一条说明，例如“[音乐]”。',
        }
      for (const { lines, position } of cues)
        if (lines.every(({ text }) => text === ''))
          yield {
            file,
            at: { position },
            message: '这一条字幕没有文字。',
            hint: '补上文字，或删去这一条。',
          }
    }
  },
})
