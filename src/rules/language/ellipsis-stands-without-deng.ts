import { each, proseRule } from '../engine/prose-rule.ts'

export const ellipsisStandsWithoutDeng = proseRule({
  id: 'ellipsis-stands-without-deng',
  summary: '省略号和“等”“等等”只用一个。',
  severity: 'warning',
  spares: 'quotations',
  trace: /…/,
  find: each(/…{1,2}等等?(?![待级于候式号到着])|等等?…{1,2}/g, ({ 0: found }) => ({
    message: `“${found}”把同一个意思说了两遍。`,
    hint: '省略号和“等”留一个，正文里一般留“等”。',
  })),
})
