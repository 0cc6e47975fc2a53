import { libraryRule } from '../engine/rule.ts'
import { stamp, tracks } from '../reading/caption-tracks.ts'

/** Players round the length of a film. */
const tolerance = 0.5

export const cuesFitTheVideo = libraryRule({
  id: 'cues-fit-the-video',
  summary: '字幕、章节和逐句的时间都在视频或录音的时长以内。',
  severity: 'error',
  *check({ share }) {
    for (const { file, kind, cues, duration } of share(tracks)) {
      const late = cues.find(({ end }) => duration !== undefined && end > duration + tolerance)
      if (!late || duration === undefined) continue
      const name = kind === 'sentences' ? '录音' : '视频'
      yield {
        file,
        at: { position: late.position },
        message: `这一条到 ${stamp(late.end)} 才结束，可${name}只有 ${stamp(duration)}。`,
        hint: `核对是不是这一${kind === 'sentences' ? '段录音' : '部视频'}的；时间没有错的，改正${name}的 duration。`,
      }
    }
  },
})
