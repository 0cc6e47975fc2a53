import { films } from '../reading/film-files.ts'
import { libraryRule } from '../engine/rule.ts'

export const videoPlaysWhileLoading = libraryRule({
  id: 'video-plays-while-loading',
  summary: '视频的索引写在画面前面，一边下载一边就能播放。',
  severity: 'error',
  testedBy: 'src/rules/media/media-rules.test.ts',
  *check({ share }) {
    for (const { media, film } of share(films)) {
      if (!film || film.indexFirst) continue
      yield {
        file: media.path,
        message: '视频的索引（moov）在文件末尾，要下载完才能播放。',
        hint: '把索引移到前面：ffmpeg -i 原片.mp4 -c copy -movflags +faststart 新片.mp4，画面不会变。',
      }
    }
  },
})
