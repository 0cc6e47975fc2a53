import { films } from '../reading/film-files.ts'
import { libraryRule } from '../engine/rule.ts'

/** Bytes: what a minute of 720p needs at most, and what any film may have. */
const most = { minute: 8 * 1024 * 1024, least: 3 * 1024 * 1024 }

export const videoWithinSize = libraryRule({
  id: 'video-within-size',
  summary: '视频一分钟不超过 8 MB，短的不超过 3 MB。',
  severity: 'warning',
  testedBy: 'src/rules/media/media-rules.test.ts',
  *check({ share }) {
    for (const { media, film } of share(films)) {
      const limit = Math.max(most.least, ((film?.duration ?? 0) / 60) * most.minute)
      if (!film || media.bytes <= limit) continue
      yield {
        file: media.path,
        message: `这部视频有 ${size(media.bytes)}，按它的长度最多 ${size(limit)}，用流量看的人等不起。`,
        hint: '用 npm run film 从原片重新做一次；或者压到 720p，例如 ffmpeg -i 原片 -vf scale=-2:720 -c:v libx264 -crf 26 -pix_fmt yuv420p -movflags +faststart 新片.mp4。',
      }
    }
  },
})

function size(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
