import { spanIn } from './prose.ts'
import { entryRule } from './rule.ts'

export const emphasisTakesEffect = entryRule({
  id: 'emphasis-takes-effect',
  summary: '加粗的星号成对，在页面上确实是加粗。',
  area: 'structure',
  severity: 'error',
  *check({ entry, prose }) {
    for (const passage of prose(entry)) {
      if (passage.kind === 'field' || !passage.text.includes('**')) continue
      for (const { index, 0: stars } of passage.text.matchAll(/\*{2,}/g))
        yield {
          at: { span: spanIn(passage, index, index + stars.length) },
          message: '这里的 ** 没有加粗，星号会照样显示在页面上。',
          hint: '成对写；** 里面紧挨引号、括号或句号时，把标点移到 ** 外面。',
        }
    }
  },
})
