import { libraryRule } from '../engine/rule.ts'
import { stamp, tracks } from '../reading/caption-tracks.ts'

export const cuesAreInOrder = libraryRule({
  id: 'cues-are-in-order',
  summary: '字幕和章节按时间先后写，每一条的结束都晚于开始。',
  severity: 'error',
  silenceable: false,
  *check({ share }) {
    for (const { file, cues } of share(tracks)) {
      let latest = 0
      for (const { start, end, position } of cues) {
        const at = { position }
        if (end <= start)
          yield {
            file,
            at,
            message: `这一条在 ${stamp(end)} 结束，不晚于开始的 ${stamp(start)}，不会显示。`,
            hint: '对照视频改正两个时间。',
          }
        if (start < latest)
          yield {
            file,
            at,
            message: `这一条从 ${stamp(start)} 开始，比前面的 ${stamp(latest)} 还早。`,
            hint: '把它移到前面去，或改正时间。',
          }
        latest = Math.max(latest, start)
      }
    }
  },
})
