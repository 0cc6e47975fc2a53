import { modelVersion } from '../../model/version.ts'
import { libraryRule } from '../engine/rule.ts'

export const modelIsCurrent = libraryRule({
  id: 'model-is-current',
  summary: '内容的写法是程序的这一版：换了程序的新版本，运行过 npm run upgrade。',
  severity: 'warning',
  *check({ library: { site, siteFile, unsettled } }) {
    if (!siteFile || unsettled.has('model') || site.model === modelVersion) return
    yield {
      file: siteFile.file,
      at: { field: 'model' },
      message: `内容记着是第 ${site.model} 版的写法，程序已经是第 ${modelVersion} 版。`,
      hint: '先运行 npm run upgrade -- --dry-run 看要改什么，再运行 npm run upgrade。',
    }
  },
})
