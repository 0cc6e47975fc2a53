import { pictures } from '../reading/image-files.ts'
import { libraryRule } from '../engine/rule.ts'

export const imageIsWhole = libraryRule({
  id: 'image-is-whole',
  summary: '图片文件完整，没有缺一截。',
  severity: 'error',
  testedBy: 'src/rules/media/media-rules.test.ts',
  *check({ share }) {
    for (const { path, whole } of share(pictures))
      if (!whole)
        yield {
          file: path,
          message: '图片缺了一截，或中间有损坏，页面上会显示不全。',
          hint: '找回原图，重新导出再放进来。',
        }
  },
})
