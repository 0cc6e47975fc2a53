import { each, proseRule } from '../engine/prose-rule.ts'

const pattern =
  /(?<=[\p{sc=Han}”’》）？！])(?:\.{2,}|·{3,})|\.{3,}(?=[\p{sc=Han}“‘《（])|。{3,}|(?<!…)(?:…|…{3}|…{5,})(?!…)/gu

export const ellipsisIsSixDots = proseRule({
  id: 'ellipsis-is-six-dots',
  summary: '省略号写成六个点“……”。',
  severity: 'warning',
  trace: /[.…·]|。。/,
  find: each(pattern, ({ 0: found }) => ({
    message: `省略号写成了“${found.length > 8 ? `${found.slice(0, 8)}（共${found.length}个）` : found}”。`,
    hint: '写成六个点“……”：中文输入法下按 Shift+6。',
    mended: '……',
  })),
})
