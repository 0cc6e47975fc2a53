import { films } from './films.ts'
import { libraryRule } from './rule.ts'

/** Profiles whose pictures are always 8-bit 4:2:0: Baseline, Main, Extended, High. */
const playable = new Set([66, 77, 88, 100])

export const videoIsH264 = libraryRule({
  id: 'video-is-h264',
  summary: '视频是手机都能放的 H.264（yuv420p）。',
  area: 'media',
  severity: 'error',
  testedBy: 'src/rules/media-rules.test.ts',
  *check({ share }) {
    for (const { media, film } of share(films)) {
      const fault = faultOf(film)
      if (!fault) continue
      yield {
        file: media.path,
        message: fault,
        hint: '重新导出为 H.264、yuv420p，例如 ffmpeg -i 原片 -c:v libx264 -pix_fmt yuv420p -movflags +faststart 新片.mp4。',
      }
    }
  },
})

function faultOf(film: ReturnType<typeof films>[number]['film']): string | undefined {
  if (!film) return '读不出这部视频的索引（moov），文件可能没有传完。'
  if (film.codec === undefined) return '这个文件里没有画面。'
  if (film.codec !== 'avc1') return `画面的编码是 ${film.codec}，不是 H.264（avc1）。`
  if (film.profile === undefined || !playable.has(film.profile))
    return `画面的规格（profile ${film.profile ?? '不明'}）不是 8 位 yuv420p，很多手机放不出来。`
  return undefined
}
