import type { Film } from '../../content/mp4.ts'
import { films } from '../reading/film-files.ts'
import { libraryRule } from '../engine/rule.ts'

/** Profiles whose pictures are always 8-bit 4:2:0: Baseline, Main, Extended, High. */
const playable = new Set([66, 77, 88, 100])

export const videoIsH264 = libraryRule({
  id: 'video-is-h264',
  summary: '视频是手机都能放的 H.264（yuv420p）。',
  severity: 'error',
  testedBy: 'src/rules/media/media-rules.test.ts',
  *check({ share }) {
    for (const { media, film } of share(films)) {
      // A film without an index is told of by another rule.
      const fault = film && faultOf(film)
      if (!fault) continue
      yield {
        file: media.path,
        message: fault,
        hint: '用 npm run film 从原片重新做一次，它转成 H.264、yuv420p。',
      }
    }
  },
})

function faultOf(film: Film): string | undefined {
  if (film.codec === undefined) return '这个文件里没有画面。'
  if (film.codec !== 'avc1') return `画面的编码是 ${film.codec}，不是 H.264（avc1）。`
  if (film.profile === undefined || !playable.has(film.profile))
    return `画面的规格（profile ${film.profile ?? '不明'}）不是 8 位 yuv420p，很多手机放不出来。`
  return undefined
}
