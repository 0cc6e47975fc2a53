import { each, proseRule } from '../engine/prose-rule.ts'

const pattern = /(?<![\d.])(\d+(?:\.\d+)?) ?([-~～—–－]) ?(\d+(?:\.\d+)?)([%％‰])/g

export const rangeRepeatsItsUnit = proseRule({
  id: 'range-repeats-its-unit',
  summary: '百分数的范围两头都写百分号。',
  severity: 'warning',
  spares: 'quotations',
  trace: /[%％‰]/,
  find: each(pattern, ({ 0: found, 1: low, 3: high, 4: sign }) => ({
    message: `“${found}”只有后一个数带“${sign}”，前一个数会被读成${low}。`,
    hint: `来源是这个意思的话，写成“${low}${sign}～${high}${sign}”。`,
  })),
})
