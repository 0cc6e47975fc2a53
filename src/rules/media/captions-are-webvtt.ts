import { libraryRule } from '../engine/rule.ts'
import { tracks } from '../reading/caption-tracks.ts'

export const captionsAreWebvtt = libraryRule({
  id: 'captions-are-webvtt',
  summary: '字幕和章节文件都是合格的 WebVTT。',
  severity: 'error',
  silenceable: false,
  *check({ share }) {
    for (const { file, faults, isSubRip } of share(tracks))
      if (isSubRip)
        yield {
          file,
          message: '这是 SRT 字幕，只改了扩展名，还不是 WebVTT。',
          hint: '把 .srt 和片子一起交给 npm run film，它会转；或者在最前面加一行 WEBVTT 和一个空行，时间里的逗号都换成点。',
        }
      else
        for (const { position, message } of faults)
          yield {
            file,
            at: { position },
            message,
            hint: '照样子写：第一行 WEBVTT，空一行；时间一行“00:00:01.000 --> 00:00:04.000”，文字在下一行，再空一行。',
          }
  },
})
