import { proseRule } from '../engine/prose-rule.ts'
import type { Flaw } from '../engine/prose-rule.ts'

const measures =
  '万?(?:家|个|名|人|次|场|件|项|条|户|种|位|所|支|篇|部|天|年(?!来|间)|小时|分钟|元)'
/** A count in Chinese numerals above ten; 几十, 数百 and 十几 have no other way to be written. */
const chinese = new RegExp(
  `(?<![几数上成〇一二三四五六七八九十百千万第初])([一二三四五六七八九][十百千][一二三四五六七八九十百千零〇]{0,6}|十[一二三四五六七八九]|[二三四五六七八九]?十|一百|百)(?:余|多)?(${measures})`,
  'g',
)
const arabic = new RegExp(`\\d(?:余|多)?(${measures})`, 'g')

export const numeralsAgreeInSentence = proseRule({
  id: 'numerals-agree-in-sentence',
  summary: '同一句话里，同类的数用同一种数字。',
  severity: 'warning',
  spares: 'quotations',
  trace: /[十百千]/,
  *find({ kind, text }): Generator<Flaw> {
    if (kind === 'cell' || !/\d/.test(text)) return
    for (const { 0: sentence, index } of text.matchAll(/[^。！？；\n]+/g)) {
      const units = new Set(Array.from(sentence.matchAll(arabic), ([, unit]) => unit))
      for (const { 0: found, 1: number, 2: unit = '', index: at } of sentence.matchAll(chinese)) {
        if (!units.has(unit) || number === '百') continue
        yield {
          from: index + at,
          to: index + at + found.length,
          message: `同一句话里，“${found}”用汉字，别的“${unit}”数用阿拉伯数字。`,
          hint: '统一用一种，统计的数一般用阿拉伯数字；“几十”“十几”这样的约数除外。',
        }
      }
    }
  },
})
