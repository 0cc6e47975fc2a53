import { libraryRule } from '../engine/rule.ts'

/** Days after which what others have withdrawn or corrected since may be missing for long. */
const most = 90
const day = 24 * 60 * 60 * 1000

export const collectedPortalIsFresh = libraryRule({
  id: 'collected-portal-is-fresh',
  summary: `汇集来的门户，${most} 天里收过一次。`,
  severity: 'warning',
  *check({ library: { collected }, today }) {
    for (const { record } of collected) {
      const { id, collected: last } = record
      const days = Math.round((Date.parse(today) - Date.parse(last)) / day)
      if (days > most)
        yield {
          file: `collected/${id}/portal.json`,
          message: `${id} 上一次是 ${last} 收的，过了 ${days} 天：那边撤下和更正的，这里还没有跟上。`,
          hint: `运行 npm run collect -- --only ${id}，看过改动再提交。`,
        }
    }
  },
})
