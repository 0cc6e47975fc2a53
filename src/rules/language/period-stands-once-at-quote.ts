import { each, proseRule } from '../engine/prose-rule.ts'

export const periodStandsOnceAtQuote = proseRule({
  id: 'period-stands-once-at-quote',
  summary: '引文末尾的句号只写在引号里面或外面一处。',
  severity: 'warning',
  spares: 'quotations',
  trace: /。[”’]/,
  find: each(/(?<=[。！？][”’])[。，；]/g, ({ 0: found, index, input }) => {
    // A question that is a title or a topic keeps its own mark inside the quotation.
    if (input.charAt(index - 2) !== '。') return undefined
    return {
      message: `引号里已经有“。”，外面又写了“${found}”。`,
      hint: '引文自成一句，句号留在引号里；引文是句子的一部分，句号只写在引号外。',
    }
  }),
})
