import { each, proseRule } from '../engine/prose-rule.ts'

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
const pattern = new RegExp(
  [
    '(?<![\\w.\\-/])((?:19|20)\\d\\d)([-/.])(0?[1-9]|1[0-2])\\2(0?[1-9]|[12]\\d|3[01])(?![\\w\\-/]|\\.\\d)',
    `\\b(?:${months})[a-z]{0,6}\\.? ?\\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d\\b`,
    `\\b\\d{1,2}(?:st|nd|rd|th)? (?:${months})[a-z]{0,6}\\.?,? (?:19|20)\\d\\d\\b`,
    '(?<![\\w.\\-/])(?:0?[1-9]|1[0-2])/(?:[12]\\d|3[01]|0?[1-9])/(?:19|20)\\d\\d(?![\\w/])',
  ].join('|'),
  'g',
)

export const dateIsWrittenInChinese = proseRule({
  id: 'date-is-written-in-chinese',
  summary: '叙述里的日期写成“2021年6月9日”。',
  severity: 'warning',
  spares: 'quotations',
  trace: /\d{2}/,
  find: each(pattern, ({ 0: found, 1: year, 3: month, 4: day }, { text }) => {
    if (!/\p{sc=Han}/u.test(text)) return undefined
    const mended = year && `${year}年${Number(month)}月${Number(day)}日`
    const example = mended ?? '2021年6月9日'
    return { message: `日期“${found}”不是中文写法。`, hint: `写成“${example}”。`, mended }
  }),
})
