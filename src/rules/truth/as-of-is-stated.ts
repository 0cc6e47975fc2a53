import { unstatedTimes } from '../reading/figures/unstated-times.ts'
import { sourceRule } from '../engine/rule.ts'

export const asOfIsStated = sourceRule({
  id: 'as-of-is-stated',
  summary: '事实的时点写在来源里：这份来源的事实里有这个日期；没有的写 undated。',
  severity: 'error',
  *check({ source: { data } }) {
    for (const index of unstatedTimes(data)) {
      const { id, as_of: asOf } = data.facts[index] ?? {}
      yield {
        at: { field: ['facts', index, 'as_of'] },
        message: `事实 ${id} 的时点 ${asOf} 没有写在来源里，像是拿刊发日期当了时点。`,
        hint: '来源没有写明时点的，写 undated，页面会印“截至刊发时”；写明的，把日期抄进 words。',
      }
    }
  },
})
