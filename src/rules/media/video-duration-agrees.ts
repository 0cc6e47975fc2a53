import { films } from '../reading/film-files.ts'
import { libraryRule } from '../engine/rule.ts'

/** Seconds: editors round. */
const tolerance = 1

export const videoDurationAgrees = libraryRule({
  id: 'video-duration-agrees',
  summary: '条目写的时长和视频文件一致，相差不超过 1 秒。',
  severity: 'error',
  *check({ share }) {
    for (const { film, shownBy } of share(films))
      for (const { file, data } of shownBy) {
        const { duration } = data
        const real = film?.duration
        if (real === undefined || duration === undefined) continue
        if (Math.abs(real - duration) <= tolerance) continue
        yield {
          file,
          at: { field: 'duration' },
          message: `时长写的是 ${duration} 秒，视频文件有 ${Number(real.toFixed(1))} 秒。`,
          hint: `改成 duration: ${Math.round(real)}，并核对字幕是不是这部视频的。`,
        }
      }
  },
})
