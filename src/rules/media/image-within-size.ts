import { libraryRule } from '../engine/rule.ts'

const most = { bytes: 2 * 1024 * 1024, pixels: 4096 }

export const imageWithinSize = libraryRule({
  id: 'image-within-size',
  summary: `图片不超过 ${most.bytes / 1024 / 1024} MB，长边不超过 ${most.pixels} 像素。`,
  severity: 'error',
  testedBy: 'src/rules/media/media-rules.test.ts',
  *check({ library }) {
    for (const { path, bytes, width = 0, height = 0, type } of library.media.values()) {
      if (!type.startsWith('image/')) continue
      if (bytes > most.bytes)
        yield {
          file: path,
          message: `图片有 ${(bytes / 1024 / 1024).toFixed(1)} MB，读者要等很久。`,
          hint: '长边缩到 1600 像素，存成 .jpg 或 .webp，一般不到 300 KB。',
        }
      if (Math.max(width, height) > most.pixels)
        yield {
          file: path,
          message: `图片有 ${width} × ${height} 像素，手机解不开这么大的图。`,
          hint: '长边缩到 1600 像素。',
        }
    }
  },
})
