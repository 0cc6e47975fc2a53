import { each, proseRule } from '../engine/prose-rule.ts'

const digit = '[〇零○◯Oo0一二三四五六七八九]'
const pattern = new RegExp(
  `(?<![〇零一二三四五六七八九十\\w])[一二]${digit}{3}(?=年(?![前后来内间多]))`,
  'g',
)

export const yearUsesChineseZero = proseRule({
  id: 'year-uses-chinese-zero',
  summary: '汉字年份里的零写成“〇”。',
  severity: 'warning',
  spares: 'quotations',
  trace: /[零○◯Oo0]/,
  find: each(pattern, ({ 0: found }) => {
    const mended = found.replace(/[零○◯Oo0]/g, '〇')
    if (mended === found) return undefined
    return {
      message: `年份“${found}年”里的零不是“〇”。`,
      hint: `写成“${mended}年”；叙述里一般用阿拉伯数字的年份。`,
      mended,
    }
  }),
})
