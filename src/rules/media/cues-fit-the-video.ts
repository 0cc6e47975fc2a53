import { libraryRule } from '../engine/rule.ts'
import { stamp, tracks } from '../reading/caption-tracks.ts'

/** Players round the length of a film. */
const tolerance = 0.5

export const cuesFitTheVideo = libraryRule({
  id: 'cues-fit-the-video',
  summary: '字幕和章节都在视频的时长以内。',
  severity: 'error',
  *check({ share }) {
    for (const { file, cues, video } of share(tracks)) {
      const duration = video?.data.duration
      const late = cues.find(({ end }) => duration !== undefined && end > duration + tolerance)
      if (!late || duration === undefined) continue
      yield {
        file,
        at: { position: late.position },
        message: `这一条到 ${stamp(late.end)} 才结束，可视频只有 ${stamp(duration)}。`,
        hint: '核对是不是这部视频的字幕；时间没有错的，改正视频的 duration。',
      }
    }
  },
})
