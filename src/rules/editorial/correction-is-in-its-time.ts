import { entryRule } from '../engine/rule.ts'

export const correctionIsInItsTime = entryRule({
  id: 'correction-is-in-its-time',
  summary: '更正在发布之后、今天以前，依时间先后写。',
  severity: 'error',
  *check({ entry, today }) {
    const { corrections, date } = entry.data
    for (const [index, correction] of corrections.entries()) {
      const field = ['corrections', index, 'date']
      if (correction.date > today)
        yield {
          at: { field },
          message: `更正日期 ${correction.date} 还没有到。`,
          hint: '写真正更正的那一天。',
        }
      else if (correction.date < date)
        yield {
          at: { field },
          message: `更正日期 ${correction.date} 早于发布日期 ${date}。`,
          hint: '发布以前的改动不用记；写错的，改正其中一个日期。',
        }
    }
  },
})
