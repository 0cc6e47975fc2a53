import { pictures } from '../reading/image-files.ts'
import { libraryRule } from '../engine/rule.ts'

export const imageHidesItsPosition = libraryRule({
  id: 'image-hides-its-position',
  summary: '图片里没有拍摄地点的坐标。',
  severity: 'error',
  silenceable: false,
  testedBy: 'src/rules/media/media-rules.test.ts',
  *check({ share }) {
    for (const { path, tellsPosition } of share(pictures))
      if (tellsPosition)
        yield {
          file: path,
          message: '图片里存着拍摄地点的经纬度，任何人下载后都能看到。',
          hint: '导出时去掉位置信息，例如 exiftool -gps:all= -xmp:all= 图片.jpg，再放进来。',
        }
  },
})
