import { each, proseRule } from '../engine/prose-rule.ts'

const pattern =
  /\d(?:千(?![克米瓦帕卡伏兆焦赫吨升]|分[之点])|百(?!分[之点比])|十(?!分))(?:多|余|几)?(?=[万亿家个名人元次场件项条户种位所支天年岁米公里\d])/g

export const smallUnitsStayChinese = proseRule({
  id: 'small-units-stay-chinese',
  summary: '阿拉伯数字后面不跟“十、百、千”。',
  severity: 'warning',
  spares: 'quotations',
  trace: /\d[千百十]/,
  find: each(pattern, ({ 0: found, index, input }) => {
    const [number = found] = /[\d.]*$/.exec(input.slice(Math.max(0, index - 12), index + 1)) ?? []
    const from = index + 1 - number.length
    return {
      from,
      message: `“${input.slice(from, index + found.length)}”把阿拉伯数字和汉字数词混在了一起。`,
      hint: '写成5300、5000万、六千多：阿拉伯数字后面只跟“万”和“亿”。',
    }
  }),
})
