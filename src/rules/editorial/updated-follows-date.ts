import { entryRule } from '../engine/rule.ts'

export const updatedFollowsDate = entryRule({
  id: 'updated-follows-date',
  summary: '更新日期不早于发布日期，也不早于最后一次更正。',
  severity: 'error',
  *check({ entry }) {
    const { date, updated, corrections } = entry.data
    if (updated && updated < date)
      yield {
        at: { field: 'updated' },
        message: `更新日期 ${updated} 早于发布日期 ${date}。`,
        hint: '改正其中写错的一个；没有更新过的，删去 updated。',
      }
    const last = corrections
      .map((correction) => correction.date)
      .sort()
      .at(-1)
    if (last && last > (updated ?? date))
      yield {
        at: { field: updated ? 'updated' : 'corrections' },
        message: `${last} 更正过，更新日期却${updated ? `还是 ${updated}` : '没有写'}。`,
        hint: `把 updated 写成 ${last}。`,
      }
  },
})
