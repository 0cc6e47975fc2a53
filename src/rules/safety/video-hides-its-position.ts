import { films } from '../reading/film-files.ts'
import { libraryRule } from '../engine/rule.ts'

export const videoHidesItsPosition = libraryRule({
  id: 'video-hides-its-position',
  summary: '视频里没有拍摄地点的坐标。',
  severity: 'error',
  silenceable: false,
  testedBy: 'src/rules/media/media-rules.test.ts',
  *check({ share }) {
    for (const { media, film } of share(films))
      if (film?.tellsPosition)
        yield {
          file: media.path,
          message: '视频里存着拍摄地点的位置信息，任何人下载后都能看到。',
          hint: '用 npm run film 从原片重新做一次；或者只去掉附带的信息：ffmpeg -i 原片.mp4 -map 0:v -map 0:a? -map_metadata -1 -c copy -movflags +faststart 新片.mp4，画面不会变。',
        }
  },
})
