import { libraryRule } from './rule.ts'
import { tracks } from './tracks.ts'

export const captionsAreWebvtt = libraryRule({
  id: 'captions-are-webvtt',
  summary: '字幕和章节文件都是合格的 WebVTT。',
  area: 'media',
  severity: 'error',
  silenceable: false,
  *check({ share }) {
    for (const { file, faults } of share(tracks))
      for (const { position, message } of faults)
        yield {
          file,
          at: { position },
          message,
          hint: '照样子写：第一行 WEBVTT，空一行；时间一行“00:00:01.000 --> 00:00:04.000”，文字在下一行，再空一行。',
        }
  },
})
