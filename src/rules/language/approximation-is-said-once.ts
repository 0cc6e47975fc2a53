import { each, proseRule } from '../engine/prose-rule.ts'

const number = '(?:\\d[\\d.]*|[〇零一二两三四五六七八九十百千]+)[万亿千百十]*'
const pattern = new RegExp(
  [
    `(?:大约|约|近|将近|接近|差不多)${number}[余多几][万亿]?\\p{sc=Han}?`,
    `(?:大约|约|近|将近|接近|差不多)${number}\\p{sc=Han}{0,4}?(?:左右|上下)`,
    `(?:超过|超|逾|多于)${number}[余多][万亿]?\\p{sc=Han}?`,
    `(?:超过|超|逾|多于)${number}\\p{sc=Han}{0,4}?以上`,
    `(?:不足|不到|少于)${number}\\p{sc=Han}{0,4}?以下`,
    `${number}[余多]\\p{sc=Han}{0,4}?(?:左右|上下)`,
  ].join('|'),
  'gu',
)

export const approximationIsSaidOnce = proseRule({
  id: 'approximation-is-said-once',
  summary: '表示大概的词只用一个。',
  severity: 'warning',
  spares: 'quotations',
  trace: /[约近接差超逾多足少左上]/,
  find: each(pattern, ({ 0: found }) => ({
    message: `“${found}”用了两个表示大概的词。`,
    hint: '照来源留一个：“约600家”“600余家”“600家左右”，意思并不相同。',
  })),
})
