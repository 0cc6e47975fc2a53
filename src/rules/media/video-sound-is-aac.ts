import { films } from '../reading/film-files.ts'
import { libraryRule } from '../engine/rule.ts'

export const videoSoundIsAac = libraryRule({
  id: 'video-sound-is-aac',
  summary: '视频的声音是手机都能放的 AAC。',
  severity: 'error',
  testedBy: 'src/rules/media/media-rules.test.ts',
  *check({ share }) {
    for (const { media, film } of share(films)) {
      if (film?.soundCodec === undefined || film.soundCodec === 'AAC') continue
      yield {
        file: media.path,
        message: `声音的编码是 ${film.soundCodec}，不是 AAC，苹果手机和微信里可能没有声音。`,
        hint: '只换声音：ffmpeg -i 原片.mp4 -c:v copy -c:a aac -b:a 128k -movflags +faststart 新片.mp4。',
      }
    }
  },
})
