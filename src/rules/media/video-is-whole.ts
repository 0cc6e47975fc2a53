import { films } from '../reading/film-files.ts'
import { libraryRule } from '../engine/rule.ts'

export const videoIsWhole = libraryRule({
  id: 'video-is-whole',
  summary: '视频文件完整，自成一个。',
  severity: 'error',
  testedBy: 'src/rules/media/media-rules.test.ts',
  *check({ share }) {
    for (const { media, film } of share(films)) {
      if (!film)
        yield {
          file: media.path,
          message: '视频坏了：读不出它的索引（moov），哪里也放不出来。',
          hint: '文件没有传完，或录制时中断了：重新拷贝或导出一次。',
        }
      else if (!film.complete)
        yield {
          file: media.path,
          message: '视频坏了，缺了一截：索引里说有的画面，文件里没有，放到一半会停住。',
          hint: '文件没有传完或没有导出完，重新拷贝或导出一次。',
        }
      if (film?.fragmented)
        yield {
          file: media.path,
          message: '这是分段的 MP4（fragmented），文件里没有总的时长，有的手机放不了，也不能拖动。',
          hint: '合成一整个：ffmpeg -i 原片.mp4 -c copy -movflags +faststart 新片.mp4，画面不会变。',
        }
    }
  },
})
