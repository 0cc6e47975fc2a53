import { entryRule } from '../engine/rule.ts'

/** Before the web: whatever is older is a slip of the keyboard. */
const earliest = '1990-01-01'

export const dateHasCome = entryRule({
  id: 'date-has-come',
  summary: '发布和更新日期都已经到了，也不早得没有道理。',
  severity: 'error',
  *check({ entry, today }) {
    for (const [field, label] of [
      ['date', '发布日期'],
      ['updated', '更新日期'],
    ] as const) {
      const day = entry.data[field]
      // A draft may carry the day it is meant for.
      if (!day || (day > today && entry.data.status === 'draft')) continue
      if (day <= today && day >= earliest) continue
      yield {
        at: { field },
        message: day > today ? `${label} ${day} 还没有到。` : `${label} ${day} 太早了。`,
        hint: day > today ? '写真正的日子；要等那一天发布的，先标为草稿。' : '检查年份。',
      }
    }
  },
})
