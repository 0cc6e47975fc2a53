import { entryRule } from '../engine/rule.ts'
import { written } from '../reading/prose/pattern-matches.ts'

/** 本页依据的事实里没有, 不作推断, 本页不补写: formulas that say what a source does not say. */
const formula =
  /不作推断|本页不(?:再)?(?:补写|补|写|作推断|推算)|(?:本页|本站)(?:依据|所据|已录)的?事实里?(?:都)?没有|不在本页(?:所据|依据)的事实里/g

export const unstatedStandsInItsField = entryRule({
  id: 'unstated-stands-in-its-field',
  summary: '来源没有写什么，写在 unstated 里一次，正文不反复声明。',
  severity: 'warning',
  *check(context) {
    for (const { text, span } of written(context, formula))
      yield {
        at: { span },
        message: `“${text}”是套话。`,
        hint: '把来源没有写的内容写进 unstated，一行说完，页面会印在信息卡里；正文只写来源写了的。',
      }
  },
})
