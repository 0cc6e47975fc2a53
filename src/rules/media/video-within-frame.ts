import { films } from '../reading/film-files.ts'
import { libraryRule } from '../engine/rule.ts'

/** 1080p, upright or not: more costs readers data and shows them nothing. */
const longest = 1920

export const videoWithinFrame = libraryRule({
  id: 'video-within-frame',
  summary: `视频的画面不大于 1080p（长边 ${longest} 像素）。`,
  severity: 'error',
  testedBy: 'src/rules/media/media-rules.test.ts',
  *check({ share }) {
    for (const { media, film } of share(films)) {
      const { width = 0, height = 0 } = film ?? {}
      if (Math.max(width, height) <= longest) continue
      yield {
        file: media.path,
        message: `视频的画面是 ${width} × ${height}，超过 1080p。`,
        hint: '用 npm run film 从原片重新做一次，长边 1280 像素在手机上就够清楚。',
      }
    }
  },
})
