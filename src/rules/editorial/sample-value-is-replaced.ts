import { sampleMark } from '../../model/placeholder.ts'
import { libraryRule } from '../engine/rule.ts'

export const sampleValueIsReplaced = libraryRule({
  id: 'sample-value-is-replaced',
  summary: '站点配置里的示例值，发布前都换成自己的。',
  severity: 'warning',
  *check({ library: { siteFile } }) {
    if (!siteFile) return
    for (const { 0: found, 1: what, index } of siteFile.text.matchAll(sampleMark))
      yield {
        file: siteFile.file,
        at: { span: [index, index + found.length] },
        message: `这里还是示例的值，读者会在页面上看到“${found}”。`,
        hint: `发布前换成${what}；用不着的项整行删去。`,
      }
  },
})
