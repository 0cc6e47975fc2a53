import { each, proseRule } from '../engine/prose-rule.ts'

export const quotedItemsNeedNoComma = proseRule({
  id: 'quoted-items-need-no-comma',
  summary: '并列的引号、书名号之间不用顿号。',
  severity: 'warning',
  spares: 'quotations',
  trace: /、[“‘《〈]/,
  find: each(/(?<=([”’》〉]))、(?=([“‘《〈]))/g, ({ 1: close, 2: open }) => ({
    message: `“${close}”和“${open}”之间多了顿号。`,
    hint: '删去顿号，例如“甲”“乙”“丙”：引号、书名号已经把它们分开了。',
    mended: '',
  })),
})
